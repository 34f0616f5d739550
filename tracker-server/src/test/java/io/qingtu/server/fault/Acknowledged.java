package io.qingtu.server.fault;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.terminal.Acknowledgement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What terminals saw acknowledged, to be held against what the database has: a position, or the
 * report in quarantine, where its time could not be or the database refused it.
 */
final class Acknowledged implements Consumer<Acknowledgement> {
  private static final String ROWS =
      "select (select count(*) from positions) + (select count(*) from quarantine)";

  /** BCD digits behind the four double words and three words of a report's body. */
  private static final String QUARANTINED =
      "select t.phone, encode(substring(q.body from 23 for 6), 'hex')"
          + " from quarantine q join terminal t using (vehicle_id)";

  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyMMddHHmmss");
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  private record Fix(String phone, Instant time) {}

  /**
   * @param stored positions and reports
   * @param lost acknowledged and not stored
   * @param doubled positions beyond one of the same fix
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

  /** Whether the database has at least as many as were acknowledged before it was asked. */
  boolean mayBeStored(TestDatabase database) {
    int before = fixes.size();
    return database.ask(ROWS) >= before;
  }

  /**
   * Waits until all is stored that is acknowledged now, or longer than anybody would.
   *
   * @return what was acknowledged at the beginning against what is stored at the end
   */
  Comparison awaitStored(TestDatabase database, Duration patience) throws InterruptedException {
    Set<Fix> before = new HashSet<>(fixes); // Set.copyOf takes minutes for half a million
    await(
        () -> database.ask(ROWS) >= before.size() && stored(database).containsAll(before),
        patience);
    Set<Fix> stored = stored(database);
    Set<Fix> lost = new HashSet<>(before);
    lost.removeAll(stored);
    return new Comparison(before.size(), stored.size(), lost.size(), doubled(database));
  }

  private static Set<Fix> stored(TestDatabase database) {
    Set<Fix> stored = positions(database);
    stored.addAll(quarantined(database));
    return stored;
  }

  private static long doubled(TestDatabase database) {
    return database.ask("select count(*) - count(distinct (vehicle_id, time)) from positions");
  }

  private static Set<Fix> positions(TestDatabase database) {
    return fixes(
        database,
        "select t.phone, p.time from positions p join terminal t using (vehicle_id)",
        row -> row.getObject(2, OffsetDateTime.class).toInstant());
  }

  private static Set<Fix> quarantined(TestDatabase database) {
    return fixes(
        database,
        QUARANTINED,
        row -> LocalDateTime.parse(row.getString(2), DIGITS).toInstant(ZONE));
  }

  private interface TimeReader {
    Instant read(ResultSet row) throws SQLException;
  }

  private static Set<Fix> fixes(TestDatabase database, String sql, TimeReader time) {
    Set<Fix> found = new HashSet<>();
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(new Fix(rows.getString(1), time.read(rows)));
      }
      return found;
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
