package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaFolderIT {
  private static final Instant NOW = Instant.parse("2026-03-09T13:00:00Z");

  @TempDir Path path;

  private static Path dated(Path file, Instant time) throws IOException {
    Files.write(file, new byte[] {1});
    return Files.setLastModifiedTime(file, FileTime.from(time));
  }

  @Test
  void removesWhatHasLainOnItsWayForMoreThanAnHourAndNothingElse() throws IOException {
    MediaFolder folder = new MediaFolder(new MediaFolder.Config(path));
    Instant limit = NOW.minus(MediaFolder.ABANDONED);
    Path abandoned = dated(folder.incoming(), limit.minusMillis(1));
    Path young = dated(folder.incoming(), limit);
    Path foreign = dated(folder.incoming().resolveSibling("read.me"), limit.minusSeconds(9));
    MediaFolder.Kept kept = folder.keep(new byte[] {2});
    Path file = folder.verified(kept.sha256());
    Files.setLastModifiedTime(file, FileTime.from(limit.minusSeconds(9)));
    folder.removeAbandoned(NOW);
    assertFalse(Files.exists(abandoned));
    assertTrue(Files.exists(young));
    assertTrue(Files.exists(foreign));
    assertEquals(file, folder.verified(kept.sha256()));
  }

  @Test
  void whatACrashLeftIsGoneAfterTheNextStart() throws IOException {
    MediaFolder folder = new MediaFolder(new MediaFolder.Config(path));
    Path abandoned = dated(folder.incoming(), Instant.now().minus(MediaFolder.ABANDONED));
    Path young = dated(folder.incoming(), Instant.now());
    Map<String, String> settings =
        Map.of("analysis.enabled", "false", "media.folder", path.toString());
    try (RunningServer server = new RunningServer(getClass(), settings)) {
      assertTrue(server.port() > 0);
      assertFalse(Files.exists(abandoned));
      assertTrue(Files.exists(young));
    }
  }
}
