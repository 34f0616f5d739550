package io.qingtu.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.web.Tracker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails after the database is open. */
class ServeCommandIT {
  @TempDir private Path folder;

  private final TestDatabase server = TestDatabase.forClass(getClass());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aWrongPlanFileStopsTheStartWithItsRow() throws Exception {
    Path plan = Files.createDirectory(folder.resolve("plan"));
    Files.writeString(
        plan.resolve("vehicles.csv"),
        "plate,kind,company,rated_load_t,sensors\n鲁G1,MUCK_TRUCK,c,15,\n鲁G2,TRUCK,c,15,\n");
    Path config = folder.resolve("qingtu.properties");
    Files.writeString(
        config,
        """
        database.url = %s
        plan.folder = %s
        media.folder = %s
        journal.folder = %s
        gateway.port = 0
        web.port = 0
        """
            .formatted(server.url(), plan, folder.resolve("media"), folder.resolve("journal")));
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertEquals(1, Tracker.commandLine().execute("serve", "--config", config.toString()));
    } finally {
      System.setErr(before);
    }
    assertEquals(
        1,
        said.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(l -> l.startsWith("tracker serve: vehicles.csv, row 3: unknown kind \"TRUCK\""))
            .count(),
        said.toString(StandardCharsets.UTF_8));
    assertEquals(0, server.ask("select count(*) from vehicle"));
  }
}
