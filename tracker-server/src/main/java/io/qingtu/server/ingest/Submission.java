package io.qingtu.server.ingest;

import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.QuarantinedReport;
import java.util.List;

/**
 * What one message brought, and who waits for it to be stored.
 *
 * @param committed called once all of it is in the store
 * @param refused called where the store will never take it
 */
public record Submission(
    List<PositionRow> rows,
    List<QuarantinedReport> quarantined,
    Runnable committed,
    Runnable refused) {
  public Submission {
    rows = List.copyOf(rows);
    quarantined = List.copyOf(quarantined);
  }

  int size() {
    return rows.size() + quarantined.size();
  }
}
