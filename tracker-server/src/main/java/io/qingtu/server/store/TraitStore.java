package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Keeps what terminals are and what they send that is not understood. */
public final class TraitStore {
  /** Different things that are kept for a terminal; what comes beyond them is one more row. */
  static final int MOST_KEYS = 200;

  private static final int SAMPLES = 3;

  /** Terminals that one statement files. */
  private static final int TOGETHER = 500;

  private final Database database;

  public TraitStore(Database database) {
    this.database = database;
  }

  /** Everything that is known, at a start: who is connected is so to another gateway. */
  public List<TraitRow> begin() {
    database.update(
        "update terminal_traits t set connected = false where connected"
            + " and not exists (select from terminal_session s where s.phone = t.phone)");
    return database.query("select * from terminal_traits", TraitStore::row);
  }

  /** Files what terminals are and adds to what was counted, all of it or nothing. */
  public void save(List<TraitRow> traits, List<OddCount> counts) {
    database.inTransaction(
        "filing what terminals are",
        connection -> {
          for (int from = 0; from < traits.size(); from += TOGETHER) {
            save(connection, traits.subList(from, Math.min(from + TOGETHER, traits.size())));
          }
          for (OddCount count : counts) {
            add(connection, count);
          }
          return null;
        });
  }

  /**
   * In one statement: a large fleet is heard all the time. A terminal may have gone to another
   * gateway meanwhile.
   */
  private static void save(Connection connection, List<TraitRow> rows) throws SQLException {
    Database.update(
        connection,
        """
        insert into terminal_traits (phone, manufacturer, model, terminal_id, region, imei, firmware,
            version, header, profile, profile_by, connected, messages, first_seen, last_seen, vin)
          select phone, manufacturer, model, terminal_id, region, imei, firmware,
            version, header, profile, profile_by,
            connected = 1 or exists (select from terminal_session s
              where s.phone = n.phone and s.since > to_timestamp(n.last_seen / 1000.0)), messages,
            to_timestamp(first_seen / 1000.0), to_timestamp(last_seen / 1000.0), vin
          from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as n(phone, manufacturer, model,
            terminal_id, region, imei, firmware, version, header, profile, profile_by, connected,
            messages, first_seen, last_seen, vin)
        on conflict (phone) do update set manufacturer = excluded.manufacturer,
          model = excluded.model, terminal_id = excluded.terminal_id, region = excluded.region,
          imei = excluded.imei, firmware = excluded.firmware, version = excluded.version,
          header = excluded.header, profile = excluded.profile, profile_by = excluded.profile_by,
          connected = excluded.connected,
          messages = excluded.messages, first_seen = excluded.first_seen,
          last_seen = excluded.last_seen, vin = excluded.vin\
        """,
        texts(rows, TraitRow::phone),
        texts(rows, TraitRow::manufacturer),
        texts(rows, TraitRow::model),
        texts(rows, TraitRow::terminalId),
        texts(rows, TraitRow::region),
        texts(rows, TraitRow::imei),
        texts(rows, TraitRow::firmware),
        texts(rows, TraitRow::version),
        texts(rows, TraitRow::header),
        texts(rows, TraitRow::profile),
        texts(rows, TraitRow::profileBy),
        rows.stream().map(row -> row.connected() ? 1 : 0).toArray(Integer[]::new),
        rows.stream().map(TraitRow::messages).toArray(Long[]::new),
        rows.stream().map(row -> row.first().toEpochMilli()).toArray(Long[]::new),
        rows.stream().map(row -> row.last().toEpochMilli()).toArray(Long[]::new),
        texts(rows, TraitRow::vin));
  }

  private static String[] texts(List<TraitRow> rows, Function<TraitRow, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
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
        Database.instant(r, "last_seen"),
        r.getString("vin"));
  }
}
