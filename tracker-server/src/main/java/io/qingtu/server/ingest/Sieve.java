package io.qingtu.server.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.journal.Journal;
import io.qingtu.server.store.PositionBatch;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.QuarantinedReport;
import io.qingtu.server.store.StoreException;
import io.qingtu.server.store.StoreException.Blame;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a batch that the database has refused without the rows that it refuses, so that they keep
 * no other out. They are found by halving; each is kept in quarantine as the report that it was
 * made of, or, where that is refused too, in a journal of its own that nobody empties.
 */
final class Sieve {
  private static final Logger LOG = LoggerFactory.getLogger(Sieve.class);

  /**
   * Pieces that are refused while none is taken, after which it is the database that takes nothing:
   * rows may be set apart only where others of their kind are stored.
   */
  private static final int MOST_REFUSED = 64;

  private record Refusal(PositionBatch piece, RuntimeException why) {
    Blame blame() {
      return why instanceof StoreException e ? e.blame() : Blame.SENT;
    }
  }

  /** One look through a batch. */
  private final class Sifting {
    private final ArrayDeque<PositionBatch> pieces = new ArrayDeque<>();
    private final List<Refusal> alone = new ArrayList<>();
    private final List<PositionRow> taken = new ArrayList<>();
    private boolean takes;
    private int unclear;

    private void run(PositionBatch batch) {
      pieces.addAll(halves(batch));
      if (pieces.isEmpty()) {
        pieces.add(batch); // one row: whether it is refused again is asked once more
      }
      while (!pieces.isEmpty()) {
        PositionBatch piece = pieces.remove();
        try {
          store.save(piece.rows(), piece.quarantined());
          taken.addAll(piece.rows());
          takes = true;
        } catch (RuntimeException e) {
          refused(new Refusal(piece, e));
        }
      }
    }

    private void refused(Refusal refusal) {
      unclear += refusal.blame() == Blame.UNCLEAR ? 1 : 0;
      if (refusal.blame() == Blame.SERVER || !takes && unclear >= MOST_REFUSED) {
        throw refusal.why();
      }
      List<PositionBatch> smaller = halves(refusal.piece());
      pieces.addAll(smaller);
      if (smaller.isEmpty()) {
        alone.add(refusal);
      }
    }

    private void setApart() throws IOException {
      for (Refusal refusal : alone) {
        if (refusal.blame() == Blame.UNCLEAR && !takes) {
          throw refusal.why();
        }
      }
      for (Refusal refusal : alone) {
        Sieve.this.setApart(refusal);
      }
      if (!alone.isEmpty()) {
        // one line: there may be thousands, and quarantine has the reason of each
        Refusal first = alone.get(0);
        LOG.error(
            "{} refused rows are kept apart, first {}", alone.size(), first.piece(), first.why());
      }
    }
  }

  private final PositionStore store;
  private final CommittedFeeds feeds;
  private final Journal refusals;
  private final Counter refused;

  /**
   * @param feeds are told of what it has stored
   * @param refusals what not even quarantine takes; somebody has to look at it
   */
  Sieve(PositionStore store, CommittedFeeds feeds, Journal refusals, MeterRegistry meters) {
    this.store = store;
    this.feeds = feeds;
    this.refusals = refusals;
    this.refused = meters.counter("ingest.refused");
  }

  /**
   * Stores what the database takes of a batch and keeps the rest apart, all of it for good.
   *
   * @return how many rows are stored now
   * @throws StoreException where the database takes nothing now: some of it may be stored, the
   *     whole is to be asked again
   * @throws IOException where something is refused and can be kept nowhere
   */
  int save(PositionBatch batch) throws IOException {
    Sifting sifting = new Sifting();
    try {
      sifting.run(batch);
      sifting.setApart();
      return sifting.taken.size();
    } finally {
      // also where the rest waits: the next attempt finds these rows to be known
      feeds.tell(sifting.taken);
    }
  }

  private void setApart(Refusal refusal) throws IOException {
    PositionBatch piece = refusal.piece();
    refused.increment();
    try {
      if (!piece.rows().isEmpty()) {
        QuarantinedReport report = RefusedRow.report(piece.rows().get(0), refusal.why());
        store.save(List.of(), List.of(report));
        return;
      }
    } catch (StoreException e) {
      if (e.blame() == Blame.SERVER) {
        throw e;
      }
      LOG.error("quarantine refuses it, too: it is kept among the journal's refusals", e);
    } catch (RuntimeException e) {
      LOG.error("it is no report any more and is kept among the journal's refusals", e);
    }
    refusals.append(piece.encode());
  }

  /** None where it is a single row or report, or nothing at all. */
  private static List<PositionBatch> halves(PositionBatch batch) {
    List<PositionRow> rows = batch.rows();
    List<QuarantinedReport> reports = batch.quarantined();
    if (batch.size() < 2) {
      return List.of();
    }
    if (!rows.isEmpty() && !reports.isEmpty()) {
      return List.of(new PositionBatch(rows, List.of()), new PositionBatch(List.of(), reports));
    }
    int row = rows.size() / 2;
    int report = reports.size() / 2;
    return List.of(
        new PositionBatch(rows.subList(0, row), reports.subList(0, report)),
        new PositionBatch(rows.subList(row, rows.size()), reports.subList(report, reports.size())));
  }
}
