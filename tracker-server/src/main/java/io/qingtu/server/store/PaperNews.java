package io.qingtu.server.store;

import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.plan.Waybill;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what has come of waybills, gate cameras and drivers' cards since it was last asked. */
public final class PaperNews {
  /** The newest scan, the newest capture and the newest that a card has said. */
  public record Mark(long scan, long capture, long card) {
    /** Before all of them. */
    public static final Mark NONE = new Mark(0, 0, 0);
  }

  private final Database database;

  public PaperNews(Database database) {
    this.database = database;
  }

  public Mark mark() {
    return database
        .query(
            "select coalesce((select max(id) from waybill_scan), 0) scan,"
                + " coalesce((select max(id) from gate_event), 0) capture,"
                + " coalesce((select max(id) from driver_card), 0) card",
            row -> new Mark(row.getLong("scan"), row.getLong("capture"), row.getLong("card")))
        .get(0);
  }

  /** The plates that something has come of after a mark, as they were read. */
  public Set<String> plates(Mark after) {
    return new HashSet<>(
        database.query(
            """
            select w.plate from waybill_scan s join waybill w on w.id = s.waybill_id where s.id > ?
            union select plate from gate_event where id > ?
            union select v.plate from driver_card c join vehicle v on v.id = c.vehicle_id
              where c.id > ?\
            """,
            row -> row.getString(1),
            after.scan(),
            after.capture(),
            after.card()));
  }

  /** The waybills scanned in a period, those that wait for their first scan, and the newest. */
  public List<Waybill> waybills(Validity period) {
    return database.query(PlanRows.WAYBILLS, PlanRows::waybill, period.from(), period.to());
  }

  public List<GateEvent> captures(Validity period) {
    return database.query(PlanRows.CAPTURES, PlanRows::gateEvent, period.from(), period.to());
  }

  /** Of which a plan of a period has who and what was in the vehicles. */
  public static Validity noted(Validity period) {
    return PlanRows.around(period);
  }

  /**
   * What drivers' cards have said after a mark.
   *
   * @param noted of which it is told
   */
  public List<Identity> cards(Mark after, Validity noted) {
    return database.query(
        DriverCards.NEWS, DriverCards::identity, after.card(), noted.from(), noted.to());
  }
}
