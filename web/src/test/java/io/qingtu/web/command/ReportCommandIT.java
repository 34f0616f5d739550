package io.qingtu.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.SettingStore;
import io.qingtu.web.Tracker;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weekly report from a database. */
class ReportCommandIT {
  @TempDir private Path folder;

  private final TestDatabase server = TestDatabase.forClass(getClass());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void saysThatTheDataAreSyntheticWhereTheDatabaseSaysSo() throws Exception {
    assertFalse(report().contains("合成数据"));
    try (Database database = new Database(Database.Config.of(server.url()))) {
      new SettingStore(database).declareSynthetic();
      new SettingStore(database).declareSynthetic();
    }
    assertTrue(report().contains("合成数据"));
  }

  private String report() throws Exception {
    Path config = folder.resolve("qingtu.properties");
    Files.writeString(config, "database.url = " + server.url() + "\n");
    assertEquals(
        0,
        Tracker.commandLine()
            .execute(
                "report",
                "--week",
                "2026-W46",
                "--out",
                folder.toString(),
                "--config",
                config.toString()));
    try (PDDocument document = Loader.loadPDF(folder.resolve("weekly-2026-W46.pdf").toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
