package io.qingtu.server.ingest;

import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.server.store.RegisteredTerminal;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The reports of one message.
 *
 * @param backfill whether they are blind-spot data
 * @param thread the connection's
 * @param committed called on it once all of them are in the store
 * @param refused called on it where the store will never take them
 */
public record LocationBatch(
    RegisteredTerminal terminal,
    List<LocationReport> reports,
    boolean backfill,
    Executor thread,
    Runnable committed,
    Runnable refused) {}
