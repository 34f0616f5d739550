package io.qingtu.server.store;

import io.qingtu.protocol.field.Bytes;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Files alarms of active safety, each once however often its report comes, and remembers how far
 * their evidence has got. Blocks on the database.
 */
public final class SafetyAlarmStore {
  private static final int NUMBER_BYTES = 16;
  private static final int END = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final RawItems items;

  public SafetyAlarmStore(Database database) {
    this.database = database;
    this.items = new RawItems(database);
  }

  /**
   * Files an alarm; the end of one that is on file under the same key becomes its end.
   *
   * @return the alarm where it was not known before
   */
  public Optional<WantedEvidence> file(NewSafetyAlarm a) {
    List<WantedEvidence> filed =
        database.updateReturning(
            """
            insert into active_safety_alarm (vehicle_id, phone, kind, type, level, phase, number,
              time, received_at, speed_kmh, lon, lat, alarm_id, alarm_key, attachments,
              platform_number)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (vehicle_id, kind, alarm_key) do nothing
            returning *\
            """,
            SafetyAlarmStore::wanted,
            a.vehicleId(),
            a.phone(),
            a.kind(),
            a.type(),
            a.level(),
            a.phase(),
            a.number(),
            a.time(),
            a.received(),
            a.speedKmh(),
            a.lon(),
            a.lat(),
            a.alarmId().toArray(),
            a.key(),
            a.attachments(),
            newNumber());
    if (filed.isEmpty() && a.phase() == END) {
      database.update(
          "update active_safety_alarm set ended_at = ? where vehicle_id = ? and kind = ?"
              + " and alarm_key = ? and ended_at is null and phase <> ?",
          a.time(),
          a.vehicleId(),
          a.kind(),
          a.key(),
          END);
    }
    return filed.stream().findFirst();
  }

  /** Nobody can guess it: it is all that a terminal shows when it sends evidence. */
  private static String newNumber() {
    byte[] bytes = new byte[NUMBER_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The terminals' alarms since a moment whose files have not all come, oldest first.
   *
   * @param limit most of one terminal
   */
  public List<WantedEvidence> wanted(Collection<String> phones, Instant since, int limit) {
    return database.query(
        """
        select * from (
          select *, row_number() over (partition by phone order by time) as place
          from active_safety_alarm
          where phone = any(?) and time >= ? and attachments > 0 and complete_at is null) a
        where place <= ? order by time\
        """,
        SafetyAlarmStore::wanted,
        phones.toArray(new String[0]),
        since,
        limit);
  }

  /** The alarm with a number that {@link #file} has given. */
  public Optional<WantedEvidence> findByNumber(String platformNumber) {
    return database
        .query(
            "select * from active_safety_alarm where platform_number = ? and asked_at is not null",
            SafetyAlarmStore::wanted,
            platformNumber)
        .stream()
        .findFirst();
  }

  /** The terminal was told to send the files. */
  public void asked(long id, Instant at) {
    database.update(
        "update active_safety_alarm set asked_at = ?, answer = null where id = ?", at, id);
  }

  /** What the terminal answered to that. */
  public void answered(long id, int result) {
    database.update("update active_safety_alarm set answer = ? where id = ?", result, id);
  }

  /** Every file that the terminal announced is kept. */
  public void completed(long id, Instant at) {
    database.update(
        "update active_safety_alarm set complete_at = coalesce(complete_at, ?) where id = ?",
        at,
        id);
  }

  /** Whether a file of the alarm, as named and as long, is kept already. */
  public boolean isKept(long id, String fileName, long size) {
    return !database
        .query(
            "select 1 from media where safety_alarm_id = ? and file_name = ? and size = ?",
            row -> true,
            id,
            fileName,
            size)
        .isEmpty();
  }

  /** When the newest position of all came; empty where there is none. */
  public Optional<Instant> newestReceived() {
    return Optional.ofNullable(
        database
            .query(
                "select max(received) as received from last_position",
                row -> Database.instant(row, "received"))
            .get(0));
  }

  /** Positions that came in a half-open period and whose items are wanted. */
  public List<PositionItems> itemsReceived(Instant from, Instant to, Predicate<Bytes> wanted) {
    return items.received(from, to, wanted);
  }

  private static WantedEvidence wanted(ResultSet row) throws SQLException {
    return new WantedEvidence(
        row.getLong("id"),
        row.getInt("vehicle_id"),
        row.getString("phone"),
        Database.instant(row, "time"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        Bytes.copyOf(row.getBytes("alarm_id")),
        row.getString("platform_number"),
        row.getObject("complete_at") != null);
  }
}
