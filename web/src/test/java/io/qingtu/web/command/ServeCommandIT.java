package io.qingtu.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.web.Tracker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    String said = serve(1, server.url(), plan);
    assertEquals(
        1,
        said.lines()
            .filter(l -> l.startsWith("tracker serve: vehicles.csv, row 3: unknown kind \"TRUCK\""))
            .count(),
        said);
    assertEquals(0, server.ask("select count(*) from vehicle"));
  }

  @Test
  void aDatabaseThatDoesNotExistStopsTheStartWithItsKey() throws Exception {
    String said = serve(2, server.url().replaceFirst("/t_[^?]*", "/t_none"), folder);
    List<String> lines = said.lines().filter(l -> l.startsWith("tracker serve: ")).toList();
    assertEquals(1, lines.size(), said);
    assertTrue(lines.get(0).startsWith("tracker serve: database.url: "), said);
    assertTrue(lines.get(0).contains("t_none"), said);
    assertFalse(said.contains("\tat "), "no stack trace: " + said);
  }

  /** What the command says that ends with an exit status. */
  private String serve(int status, String url, Path plan) throws IOException {
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
            .formatted(url, plan, folder.resolve("media"), folder.resolve("journal")));
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertEquals(status, Tracker.commandLine().execute("serve", "--config", config.toString()));
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
