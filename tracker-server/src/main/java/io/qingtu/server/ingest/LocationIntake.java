package io.qingtu.server.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.QuarantinedReport;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where location reports leave their session: mapped, and on their way to the store. */
public final class LocationIntake {
  private final PositionMapper mapper;
  private final PositionPipeline pipeline;
  private final Clock clock;
  private final Map<Objection.Cause, Counter> rejected = new EnumMap<>(Objection.Cause.class);

  public LocationIntake(
      PositionMapper mapper, PositionPipeline pipeline, Clock clock, MeterRegistry meters) {
    this.mapper = mapper;
    this.pipeline = pipeline;
    this.clock = clock;
    for (Objection.Cause cause : Objection.Cause.values()) {
      rejected.put(cause, meters.counter("ingest.rejected", "cause", cause.code()));
    }
  }

  /**
   * Takes the reports of a message; never waits.
   *
   * @param resume called when there is room again; only where this returns false
   * @return whether there is room for more: where not, the caller stops reading
   */
  public boolean take(LocationBatch batch, Runnable resume) {
    Instant received = Instant.ofEpochMilli(clock.millis());
    List<PositionRow> rows = new ArrayList<>(batch.reports().size());
    List<QuarantinedReport> quarantined = List.of();
    for (LocationReport report : batch.reports()) {
      Optional<Objection> objection = mapper.objection(report, received);
      if (objection.isEmpty()) {
        rows.add(mapper.row(report, batch.terminal(), received, batch.backfill()));
      } else {
        quarantined = quarantined.isEmpty() ? new ArrayList<>() : quarantined;
        quarantined.add(
            mapper.quarantined(report, batch.terminal(), received, objection.get().reason()));
        rejected.get(objection.get().cause()).increment();
      }
    }
    return pipeline.submit(
        batch.terminal().vehicleId(),
        new Submission(
            rows,
            quarantined,
            System.nanoTime(),
            batch.thread(),
            batch.committed(),
            batch.refused()),
        resume);
  }
}
