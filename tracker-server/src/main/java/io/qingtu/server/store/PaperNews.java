package io.qingtu.server.store;

import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Waybill;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what has come of waybills and gate cameras since it was last asked. */
public final class PaperNews {
  /** The newest scan and the newest capture. */
  public record Mark(long scan, long capture) {}

  private final Database database;

  public PaperNews(Database database) {
    this.database = database;
  }

  public Mark mark() {
    return database
        .query(
            "select coalesce((select max(id) from waybill_scan), 0) scan,"
                + " coalesce((select max(id) from gate_event), 0) capture",
            row -> new Mark(row.getLong("scan"), row.getLong("capture")))
        .get(0);
  }

  /** The plates that something has come of after a mark, as they were read. */
  public Set<String> plates(Mark after) {
    return new HashSet<>(
        database.query(
            """
            select w.plate from waybill_scan s join waybill w on w.id = s.waybill_id where s.id > ?
            union select plate from gate_event where id > ?\
            """,
            row -> row.getString(1),
            after.scan(),
            after.capture()));
  }

  /** The waybills that are open or were scanned since a moment. */
  public List<Waybill> waybills(Instant since) {
    return database.query(
        "select * from waybill where greatest(scan_out, scan_in) >= ? or scan_out is null"
            + " or scan_in is null order by id",
        PlanRows::waybill,
        since);
  }

  public List<GateEvent> captures(Instant since) {
    return database.query(
        "select * from gate_event where time >= ? order by camera_id, time, plate",
        PlanRows::gateEvent,
        since);
  }
}
