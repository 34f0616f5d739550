package io.qingtu.server.store;

import io.qingtu.route.plan.Identity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the drivers' cards in the terminals say, for the rules identities as those of the files. */
final class DriverCardStore {
  static final String IDENTITIES =
      """
      select v.plate, c.time, c.licence, c.id_number
      from driver_card c join vehicle v on v.id = c.vehicle_id
      where c.time >= ? and c.time < ? order by v.plate, c.time, c.id\
      """;

  private DriverCardStore() {}

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
    String licence = row.getString("licence");
    String number = row.getString("id_number");
    return new Identity(
        row.getString("plate"),
        Database.instant(row, "time"),
        Identity.Kind.DRIVER,
        licence.isEmpty() ? number : licence,
        number);
  }
}
