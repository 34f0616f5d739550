package io.qingtu.server.store;

import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Waybill;
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

  /** The waybills scanned in a period, those that wait for their first scan, and the newest. */
  public List<Waybill> waybills(Validity period) {
    return database.query(PlanRows.WAYBILLS, PlanRows::waybill, period.from(), period.to());
  }

  public List<GateEvent> captures(Validity period) {
    return database.query(PlanRows.CAPTURES, PlanRows::gateEvent, period.from(), period.to());
  }
}
