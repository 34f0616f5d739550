package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.OwnProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of our own: durable, private, and there again after the program was killed. */
class EmbeddedDatabaseIT {
  @TempDir private Path folder;

  /** A program that stores a company and dies without closing anything. */
  static final class Killed {
    private Killed() {}

    public static void main(String[] args) {
      Database database = new Database(Database.Config.of("embedded:" + args[0]));
      database.update("insert into company (name) values ('kept')");
      Runtime.getRuntime().halt(1);
    }
  }

  private Database open() {
    return new Database(Database.Config.of("embedded:" + folder));
  }

  private static String show(Database database, String setting) {
    return database.query("show " + setting, row -> row.getString(1)).get(0);
  }

  @Test
  void keepsItsDataAcrossRestartsAndAfterTheProgramWasKilled()
      throws IOException, InterruptedException {
    Process killed = OwnProcess.start(Killed.class, folder.toString());
    assertTrue(killed.waitFor(10, TimeUnit.MINUTES));
    long orphan =
        Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).trim());
    for (int start = 1; start <= 2; start++) {
      try (Database database = open()) {
        assertEquals(
            List.of("kept"),
            database.query("select name from company", row -> row.getString(1)),
            "start " + start);
        assertFalse(
            ProcessHandle.of(orphan)
                .map(p -> p.isAlive() && command(p).contains("postgres"))
                .orElse(false),
            "the orphan is gone");
        assertEquals("on", show(database, "fsync"));
        assertEquals("on", show(database, "synchronous_commit"));
        assertEquals("127.0.0.1", show(database, "listen_addresses"));
        assertFalse(database.hypertable());
      }
    }
  }

  private static String command(ProcessHandle process) {
    return process.info().command().orElse("");
  }
}
