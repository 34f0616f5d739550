package io.qingtu.server.ingest;

import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.server.store.RegisteredTerminal;
import java.util.List;

/**
 * The reports of one message.
 *
 * @param backfill whether they are blind-spot data
 * @param committed called once all of them are in the store
 * @param refused called where the store will never take them
 */
public record LocationBatch(
    RegisteredTerminal terminal,
    List<LocationReport> reports,
    boolean backfill,
    Runnable committed,
    Runnable refused) {}
