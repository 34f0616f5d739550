package io.qingtu.server.ingest;

import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.QuarantinedReport;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What one message brought, and who waits for it to be stored.
 *
 * @param rows nobody changes them any more, nor those in quarantine
 * @param since when it came, by {@link System#nanoTime}
 * @param thread of whoever waits: what is stored together is told to each thread at once
 * @param committed called there once all of it is in the store
 * @param refused called there where the store will never take it
 */
public record Submission(
    List<PositionRow> rows,
    List<QuarantinedReport> quarantined,
    long since,
    Executor thread,
    Runnable committed,
    Runnable refused) {
  int size() {
    return rows.size() + quarantined.size();
  }
}
