package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Keeps the messages of terminals that no other table holds. One that a terminal repeats because it
 * has not heard the answer is one row; the same serial number later is another message.
 */
public final class TerminalReportStore {
  private static final Duration REPEATS = Duration.ofMinutes(10);

  private final Database database;

  public TerminalReportStore(Database database) {
    this.database = database;
  }

  /** Files a message. Blocks; when it returns, the row is durable. */
  public void file(TerminalReport report) {
    database.inTransaction("filing a message", connection -> insert(connection, report));
  }

  /** As {@link #file(TerminalReport)}, with who drives as the message says: both or neither. */
  public void file(TerminalReport report, DriverCardRow card) {
    database.inTransaction(
        "filing who drives",
        connection -> {
          if (insert(connection, report) > 0) {
            DriverCards.file(connection, card);
          }
          return null;
        });
  }

  private static int insert(Connection connection, TerminalReport report) throws SQLException {
    return Database.update(
        connection,
        """
        insert into terminal_report
          (vehicle_id, phone, received_at, message_id, version, serial, body)
        select r.* from (values (?, ?, ?, ?, ?, ?, ?))
          r (vehicle_id, phone, received_at, message_id, version, serial, body)
        where not exists (select from terminal_report t where t.vehicle_id = r.vehicle_id
          and t.received_at > ? and t.message_id = r.message_id and t.serial = r.serial
          and t.phone = r.phone and t.body = r.body)\
        """,
        report.vehicleId(),
        report.phone(),
        report.receivedAt(),
        report.messageId(),
        report.version(),
        report.serialNumber(),
        report.body().toArray(),
        report.receivedAt().minus(REPEATS));
  }
}
