package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The months (UTC) for which a table of evidence has a partition. */
final class EvidencePartitions {
  private EvidencePartitions() {}

  /** Makes what the rows of a chunk need; a hypertable makes its chunks by itself. */
  static void ensure(Connection connection, String table, Chunk chunk) throws SQLException {
    if (Migrations.isHypertable(connection)) {
      return;
    }
    YearMonth last = YearMonth.from(chunk.to().minusNanos(1).atOffset(ZoneOffset.UTC));
    for (YearMonth month = YearMonth.from(chunk.from().atOffset(ZoneOffset.UTC));
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      Database.update(
          connection,
          "create table if not exists %s_%s partition of %1$s for values from ('%s-01T00:00Z') to ('%s-01T00:00Z')"
              .formatted(table, month.toString().replace("-", ""), month, month.plusMonths(1)));
    }
  }
}
