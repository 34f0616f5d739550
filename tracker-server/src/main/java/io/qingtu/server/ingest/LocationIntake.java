package io.qingtu.server.ingest;

import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.QuarantinedReport;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Where location reports leave their session: mapped, and on their way to the store. */
public final class LocationIntake {
  private final PositionMapper mapper;
  private final PositionPipeline pipeline;
  private final Clock clock;

  public LocationIntake(PositionMapper mapper, PositionPipeline pipeline, Clock clock) {
    this.mapper = mapper;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /**
   * Takes the reports of a message; never waits.
   *
   * @param resume called when there is room again; only where this returns false
   * @return whether there is room for more: where not, the caller stops reading
   */
  public boolean take(LocationBatch batch, Runnable resume) {
    Instant received = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<PositionRow> rows = new ArrayList<>();
    List<QuarantinedReport> quarantined = new ArrayList<>();
    for (LocationReport report : batch.reports()) {
      mapper
          .objection(report, received)
          .ifPresentOrElse(
              reason ->
                  quarantined.add(mapper.quarantined(report, batch.terminal(), received, reason)),
              () -> rows.add(mapper.row(report, batch.terminal(), received, batch.backfill())));
    }
    return pipeline.submit(
        batch.terminal().vehicleId(),
        new Submission(rows, quarantined, batch.thread(), batch.committed(), batch.refused()),
        resume);
  }
}
