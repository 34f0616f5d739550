package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * What is kept as evidence when tracks and their raw items are dropped: the same columns, in chunks
 * of thirty days or in partitions of a month, which {@link EvidencePartitions} makes.
 */
final class V16__EvidenceTracks extends BaseJavaMigration {
  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    boolean hypertable = Migrations.isHypertable(connection);
    try (Statement statement = connection.createStatement()) {
      create(statement, hypertable, EvidenceTracks.TABLE, "positions", "time");
      create(statement, hypertable, EvidenceItems.TABLE, "position_items", "received");
      statement.execute(
          "create unique index evidence_positions_by_vehicle"
              + " on evidence_positions (vehicle_id, time)");
      statement.execute("create index evidence_items_by_received on evidence_items (received)");
      // as in position_items: they are compressed before they come
      statement.execute("alter table evidence_items alter column block set storage external");
    }
  }

  private static void create(
      Statement statement, boolean hypertable, String table, String model, String by)
      throws SQLException {
    String partitioned = hypertable ? "" : " partition by range (%s)".formatted(by);
    statement.execute("create table %s (like %s)%s".formatted(table, model, partitioned));
    if (hypertable) {
      statement.execute(
          "select create_hypertable('%s', by_range('%s', interval '30 days'), create_default_indexes => false)"
              .formatted(table, by));
    }
  }
}
