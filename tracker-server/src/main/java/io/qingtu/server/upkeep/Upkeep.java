package io.qingtu.server.upkeep;

import io.qingtu.server.store.Database;
import io.qingtu.server.store.StorageEdition;
import io.qingtu.server.store.TrackChunks;
import io.qingtu.server.store.TrackRetention;
import io.qingtu.server.store.TrackRetention.Dropped;
import io.qingtu.server.upkeep.UpkeepConfig.Terms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a day, in the night, on a thread of its own: what the tracks need. A day that fails, or that
 * the server missed, is made up for by the next one; several processes on one database may do it at
 * once.
 */
public final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final UpkeepConfig config;
  private final Clock clock;
  private final TrackChunks chunks;
  private final TrackRetention retention;
  private final DailyTimer timer;

  public Upkeep(UpkeepConfig config, Clock clock, Database database) {
    this.config = config;
    this.clock = clock;
    this.chunks = new TrackChunks(database);
    this.retention = new TrackRetention(database);
    this.timer = new DailyTimer("upkeep", config.at(), clock);
  }

  /** Puts the settings into force and begins to keep time. */
  public void start() {
    chunks.resize(config.chunk());
    timer.start(this::run);
  }

  /**
   * Does now what is due; done twice it changes nothing. What cannot be done is for the log and for
   * tomorrow, and does not keep the rest from being done.
   */
  public void run() {
    Instant now = clock.instant();
    attempt(() -> compress(now));
    if (config.terms().limited()) {
      attempt(() -> dropTracks(now));
      attempt(() -> dropEvidence(now));
    }
  }

  private static void attempt(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      LOG.error("upkeep of the tracks: tried again tomorrow", e);
    }
  }

  private void compress(Instant now) {
    int tracks = chunks.compress(config.compressBy(now));
    // as long as tracks may be dropped into it, a chunk of evidence grows
    int evidence = chunks.compressEvidence(config.terms().tracksUntil(now));
    if (tracks + evidence > 0) {
      LOG.info("compressed {} chunks of tracks and {} of evidence", tracks, evidence);
    }
  }

  private void dropTracks(Instant now) {
    report(retention.dropTracks(config.terms().tracksUntil(now), now));
  }

  private void dropEvidence(Instant now) {
    report(retention.dropEvidence(config.terms().evidenceUntil(now), now));
  }

  private static void report(List<Dropped> dropped) {
    for (Dropped gone : dropped) {
      LOG.info(
          "dropped {} of {} to {}: {}, of which {} are kept as evidence",
          gone.chunk().table(),
          gone.chunk().from(),
          gone.chunk().to(),
          gone.all(),
          gone.kept());
    }
  }

  /** What the server uses, in a line for its start. */
  public String describe() {
    return chunks.edition() + ", " + lengths() + "; " + columnstore() + "; " + terms();
  }

  private String lengths() {
    return chunks.edition().hypertable() ? "chunks of " + hours(config.chunk()) : "one a day (UTC)";
  }

  private String columnstore() {
    StorageEdition edition = chunks.edition();
    if (edition.columnstore()) {
      return "compressed in its columnstore, by our own job, "
          + hours(config.compressAfter())
          + " old";
    }
    return edition.hypertable()
        ? "no columnstore under this licence"
        : "no columnstore without TimescaleDB";
  }

  private String terms() {
    Terms terms = config.terms();
    return terms.limited()
        ? "retention by our own job: tracks %d months, evidence %d"
            .formatted(terms.tracksMonths(), terms.evidenceMonths())
        : "nothing is dropped (database.retention is false)";
  }

  private static String hours(Duration d) {
    return d.toHours() + " h";
  }

  @Override
  public void close() {
    // a chunk that is half done is undone by the database
    timer.close();
  }
}
