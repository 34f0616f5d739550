package io.qingtu.server;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.terminal.Acknowledgement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What terminals saw acknowledged, to be held against what the database has. */
final class Acknowledged implements Consumer<Acknowledgement> {
  private record Fix(String phone, Instant time) {}

  /**
   * @param lost acknowledged and not stored
   * @param doubled rows beyond one of the same fix
   */
  record Comparison(long acknowledged, long stored, long lost, long doubled) {
    boolean isGood() {
      return lost == 0 && doubled == 0;
    }

    /** Its fields, without the braces. */
    String json() {
      return "\"acknowledged\":%d,\"stored\":%d,\"lost\":%d,\"doubled\":%d"
          .formatted(acknowledged, stored, lost, doubled);
    }
  }

  private final Set<Fix> fixes = ConcurrentHashMap.newKeySet();

  @Override
  public void accept(Acknowledgement a) {
    if (!fixes.add(new Fix(a.phone(), a.fixTime()))) {
      throw new IllegalStateException(a + " is acknowledged twice");
    }
  }

  int size() {
    return fixes.size();
  }

  /** Whether the database has at least as many rows as were acknowledged before it was asked. */
  boolean mayBeStored(TestDatabase database) {
    int before = fixes.size();
    return database.ask("select count(*) from positions") >= before;
  }

  boolean areStored(TestDatabase database) {
    return mayBeStored(database) && stored(database).containsAll(fixes);
  }

  Comparison compare(TestDatabase database) {
    Set<Fix> stored = stored(database);
    Set<Fix> lost = new HashSet<>(fixes);
    lost.removeAll(stored);
    long rows = database.ask("select count(*) from positions");
    return new Comparison(fixes.size(), stored.size(), lost.size(), rows - stored.size());
  }

  private static Set<Fix> stored(TestDatabase database) {
    Set<Fix> stored = new HashSet<>();
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select t.phone, p.time from positions p join terminal t using (vehicle_id)")) {
      while (rows.next()) {
        Instant time = rows.getObject(2, OffsetDateTime.class).toInstant();
        stored.add(new Fix(rows.getString(1), time));
      }
      return stored;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** False where it does not come true within that time. */
  static boolean await(BooleanSupplier condition, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(200); // another process changes it: there is no event to wait for
    }
    return true;
  }
}
