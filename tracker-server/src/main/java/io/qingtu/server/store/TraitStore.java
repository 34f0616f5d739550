package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Keeps what terminals are and what they send that is not understood. */
public final class TraitStore {
  /** Different things that are kept for a terminal; what comes beyond them is one more row. */
  static final int MOST_KEYS = 200;

  private static final int SAMPLES = 3;

  private final Database database;

  public TraitStore(Database database) {
    this.database = database;
  }

  /** Everything that is known, at a start: nobody is connected yet. */
  public List<TraitRow> begin() {
    database.update("update terminal_traits set connected = false where connected");
    return database.query("select * from terminal_traits", TraitStore::row);
  }

  /** Files what terminals are and adds to what was counted, all of it or nothing. */
  public void save(List<TraitRow> traits, List<OddCount> counts) {
    database.inTransaction(
        "filing what terminals are",
        connection -> {
          for (TraitRow row : traits) {
            save(connection, row);
          }
          for (OddCount count : counts) {
            add(connection, count);
          }
          return null;
        });
  }

  private static void save(Connection connection, TraitRow row) throws SQLException {
    new Upsert("terminal_traits", "phone")
        .set("phone", row.phone())
        .set("manufacturer", row.manufacturer())
        .set("model", row.model())
        .set("terminal_id", row.terminalId())
        .set("region", row.region())
        .set("imei", row.imei())
        .set("firmware", row.firmware())
        .set("version", row.version())
        .set("header", row.header())
        .set("profile", row.profile())
        .set("profile_by", row.profileBy())
        .set("connected", row.connected())
        .set("messages", row.messages())
        .set("first_seen", row.first())
        .set("last_seen", row.last())
        .run(connection);
  }

  private static void add(Connection connection, OddCount count) throws SQLException {
    if (update(connection, count) || insert(connection, count, MOST_KEYS)) {
      return;
    }
    OddCount rest =
        new OddCount(
            count.phone(),
            OddKey.OVERFLOW,
            count.count(),
            count.first(),
            count.last(),
            count.samples());
    if (!update(connection, rest)) {
      insert(connection, rest, Integer.MAX_VALUE);
    }
  }

  private static boolean update(Connection connection, OddCount count) throws SQLException {
    int changed =
        Database.update(
            connection,
            """
            update terminal_unknown set count = count + ?, last_seen = greatest(last_seen, ?),
              samples = (samples || ?)[1:?]
            where phone = ? and kind = ? and id = ? and length = ? and detail = ?\
            """,
            count.count(),
            count.last(),
            count.samples().toArray(new String[0]),
            SAMPLES,
            count.phone(),
            count.key().kind(),
            count.key().id(),
            count.key().length(),
            count.key().detail());
    return changed > 0;
  }

  private static boolean insert(Connection connection, OddCount count, int most)
      throws SQLException {
    int changed =
        Database.update(
            connection,
            """
            insert into terminal_unknown
              (phone, kind, id, length, detail, count, first_seen, last_seen, samples)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?
            where (select count(*) from terminal_unknown where phone = ?) < ?\
            """,
            count.phone(),
            count.key().kind(),
            count.key().id(),
            count.key().length(),
            count.key().detail(),
            count.count(),
            count.first(),
            count.last(),
            count.samples().toArray(new String[0]),
            count.phone(),
            most);
    return changed > 0;
  }

  static TraitRow row(ResultSet r) throws SQLException {
    return new TraitRow(
        r.getString("phone"),
        r.getString("manufacturer"),
        r.getString("model"),
        r.getString("terminal_id"),
        r.getString("region"),
        r.getString("imei"),
        r.getString("firmware"),
        r.getString("version"),
        r.getString("header"),
        r.getString("profile"),
        r.getString("profile_by"),
        r.getBoolean("connected"),
        r.getLong("messages"),
        Database.instant(r, "first_seen"),
        Database.instant(r, "last_seen"));
  }
}
