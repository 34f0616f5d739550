package io.qingtu.server.ingest;

import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.journal.Journal;
import java.time.Duration;

/**
 * How positions are gathered for the store, and which times are possible.
 *
 * @param writers batches that are stored at once
 * @param batchRows most rows of a batch
 * @param linger how long a batch waits for more rows
 * @param queueRows rows that may wait for a writer; a terminal that brings more is not read until
 *     half of them are stored
 * @param oldest a fix that is older when it is received is put in quarantine
 * @param ahead a fix that is further in the future when it is received is put in quarantine
 * @param journal where positions wait while the database takes none
 * @param profiles folder with terminal profiles of one's own; empty: only those that come with us
 */
public record IngestConfig(
    int writers,
    int batchRows,
    Duration linger,
    int queueRows,
    Duration oldest,
    Duration ahead,
    Journal.Config journal,
    String profiles) {
  public static IngestConfig read(ConfigReader in) {
    return new IngestConfig(
        in.number("ingest.writers", 2, 1, 32),
        in.number("ingest.batch-rows", 10_000, 1, 100_000),
        in.duration("ingest.linger", Duration.ofMillis(20)),
        in.number("ingest.queue-rows", 50_000, 1, 10_000_000),
        in.duration("ingest.oldest", Duration.ofDays(30)),
        in.duration("ingest.ahead", Duration.ofDays(1)),
        Journal.Config.read(in),
        in.text("ingest.profiles", ""));
  }
}
