package io.qingtu.server.store;

import io.qingtu.route.scoring.Standards;
import io.qingtu.route.scoring.Standards.Entry;
import java.time.LocalDate;
import java.util.Collection;

/** By which numbers the weekly report judges, from which day on. */
public final class StandardStore {
  private final Database database;

  public StandardStore(Database database) {
    this.database = database;
  }

  /** Files numbers; one of the same name from the same day is replaced. */
  public void write(Collection<Entry> entries) {
    database.inTransaction(
        "filing standards",
        connection -> {
          for (Entry e : entries) {
            new Upsert("report_standard", "name", "from_day")
                .set("name", e.name())
                .set("from_day", e.from())
                .set("value", e.value())
                .run(connection);
          }
          return null;
        });
  }

  /** Every number that was set, of all days. */
  public Collection<Entry> all() {
    return database.query(
        "select * from report_standard order by name, from_day",
        row ->
            new Entry(
                row.getString("name"),
                row.getObject("from_day", LocalDate.class),
                row.getDouble("value")));
  }

  /**
   * What holds on a day: of a week, its Monday.
   *
   * @throws IllegalArgumentException where what is on file contradicts itself
   */
  public Standards inForce(LocalDate day) {
    return Standards.inForce(all(), day);
  }
}
