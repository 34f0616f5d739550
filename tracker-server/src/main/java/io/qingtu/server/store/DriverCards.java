package io.qingtu.server.store;

import io.qingtu.route.plan.Identity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the drivers' cards in the terminals say, for the rules identities as those of the files. */
public final class DriverCards {
  static final String IDENTITIES =
      """
      select v.plate, c.* from driver_card c join vehicle v on v.id = c.vehicle_id
      where c.time >= ? and c.time < ? order by v.plate, c.time, c.id\
      """;

  static final String NEWS =
      """
      select v.plate, c.* from driver_card c join vehicle v on v.id = c.vehicle_id
      where c.id > ? and c.time >= ? and c.time < ? order by c.id\
      """;

  private static final String SHOWN =
      """
      select * from driver_card where vehicle_id = ? and time <= ? and time >= ?
      order by time desc fetch first row with ties\
      """;

  private final Database database;

  public DriverCards(Database database) {
    this.database = database;
  }

  /**
   * Who is in a vehicle at a moment; empty where nobody knows, as for the rules.
   *
   * @param age how long a card that was shown counts
   */
  public Optional<DriverCardRow> shown(int vehicleId, Instant t, Duration age) {
    List<DriverCardRow> last = database.query(SHOWN, DriverCards::row, vehicleId, t, t.minus(age));
    return last.stream()
        .map(card -> identity("", card))
        .reduce(Identity::beside)
        .filter(Identity::isKnown)
        .flatMap(i -> last.stream().filter(c -> c.number().equals(i.value())).findFirst());
  }

  /** Files what a card says, in the transaction of the message that says it. */
  static void file(Connection connection, DriverCardRow card) throws SQLException {
    // one after another: whoever looks for what is new must not see a higher number first
    Database.query(
        connection, "select pg_advisory_xact_lock(hashtext('driver card')::bigint)", row -> true);
    Database.update(
        connection,
        """
        insert into driver_card (vehicle_id, time, licence, id_number, name)
        values (?, ?, ?, ?, ?) on conflict do nothing\
        """,
        card.vehicleId(),
        card.time(),
        card.licence(),
        card.idNumber(),
        card.name());
  }

  static Identity identity(ResultSet row) throws SQLException {
    return identity(row.getString("plate"), row(row));
  }

  private static Identity identity(String plate, DriverCardRow card) {
    return Identity.ofCard(plate, card.time(), card.number(), card.idNumber());
  }

  private static DriverCardRow row(ResultSet row) throws SQLException {
    return new DriverCardRow(
        row.getInt("vehicle_id"),
        Database.instant(row, "time"),
        row.getString("licence"),
        row.getString("id_number"),
        row.getString("name"));
  }
}
