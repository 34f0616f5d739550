package io.qingtu.server.store;

import io.qingtu.route.scoring.PointTable;
import io.qingtu.route.scoring.PointTable.Entry;
import io.qingtu.route.scoring.PointTable.Proof;
import io.qingtu.route.scoring.Points;
import java.time.LocalDate;
import java.util.Collection;

/** What violations cost. */
public final class PointStore {
  private final Database database;

  public PointStore(Database database) {
    this.database = database;
  }

  /** Files lines; one for the same kind of violation from the same day is replaced. */
  public void write(Collection<Entry> entries) {
    database.inTransaction(
        "filing the table of points",
        connection -> {
          for (Entry e : entries) {
            new Upsert("point_entry", "rule", "severity", "excess", "from_day")
                .set("rule", e.rule())
                .set("severity", e.severity())
                .set("excess", e.excess())
                .set("from_day", e.from())
                .set("proof", e.proof().name())
                .set("company", e.points().company())
                .set("vehicle", e.points().vehicle())
                .set("driver", e.points().driver())
                .run(connection);
          }
          return null;
        });
  }

  /** The usual table with what the city has set. */
  public PointTable read() {
    return PointTable.USUAL.with(
        database.query(
            "select * from point_entry order by rule, severity, excess, from_day",
            row ->
                new Entry(
                    row.getString("rule"),
                    row.getInt("severity"),
                    row.getDouble("excess"),
                    Proof.valueOf(row.getString("proof")),
                    row.getObject("from_day", LocalDate.class),
                    new Points(
                        row.getInt("company"), row.getInt("vehicle"), row.getInt("driver")))));
  }
}
