package io.qingtu.server;

import io.qingtu.server.analyze.AnalysisConfig;
import io.qingtu.server.analyze.LookBack;
import io.qingtu.server.archive.ArchiveConfig;
import io.qingtu.server.attachment.AttachmentConfig;
import io.qingtu.server.command.CommandConfig;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.ingest.IngestConfig;
import io.qingtu.server.net.GatewayConfig;
import io.qingtu.server.net.TransferConfig;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.upkeep.UpkeepConfig;

/** What the server is told, one record a component; a component sees its own only. */
public record ServerConfig(
    Database.Config database,
    UpkeepConfig upkeep,
    PlanImport.Config plan,
    MediaFolder.Config media,
    GatewayConfig gateway,
    TransferConfig transfer,
    ArchiveConfig archive,
    IngestConfig ingest,
    CommandConfig command,
    AttachmentConfig attachment,
    AnalysisConfig analysis,
    LookBack.Config lookBack) {
  /**
   * Reads the server's keys. The caller reads those of other parts with the same reader and then
   * calls {@link ConfigReader#finish()}.
   */
  public static ServerConfig read(ConfigReader in) {
    ServerConfig config =
        new ServerConfig(
            Database.Config.read(in),
            UpkeepConfig.read(in),
            PlanImport.Config.read(in),
            MediaFolder.Config.read(in),
            GatewayConfig.read(in),
            TransferConfig.read(in),
            ArchiveConfig.read(in),
            IngestConfig.read(in),
            CommandConfig.read(in),
            AttachmentConfig.read(in),
            AnalysisConfig.read(in),
            LookBack.Config.read(in));
    UpkeepConfig.Terms terms = config.upkeep().terms();
    if (terms.limited() && terms.areShorterThan(config.ingest().oldest())) {
      in.reject("ingest.oldest", "is longer than the tracks are kept");
    }
    return config;
  }
}
