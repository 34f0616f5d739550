package io.qingtu.server.store;

import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.casework.WorkCalendar.Span;
import io.qingtu.server.dataset.OfficeDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The bureau's working time. */
public final class CalendarStore {
  private final Database database;

  public CalendarStore(Database database) {
    this.database = database;
  }

  /** Files days; one that is there already is replaced. */
  public void write(Collection<OfficeDay> days) {
    database.inTransaction(
        "filing the working days",
        connection -> {
          for (OfficeDay d : days) {
            new Upsert("office_day", "day")
                .set("day", d.day().map(LocalDate::toString).orElse(""))
                .set("working", d.working())
                .set("hours", d.hours().stream().map(Span::text).collect(Collectors.joining(";")))
                .run(connection);
          }
          return null;
        });
  }

  /** The usual one where nothing is on file. */
  public WorkCalendar read() {
    Map<String, OfficeDay> days = new HashMap<>();
    database.query(
        "select * from office_day",
        row -> {
          String day = row.getString("day");
          Optional<LocalDate> date =
              Optional.of(day).filter(d -> !d.isEmpty()).map(LocalDate::parse);
          List<Span> hours = Span.all(row.getString("hours"));
          return days.put(day, new OfficeDay(date, row.getBoolean("working"), hours));
        });
    OfficeDay usual = days.remove("");
    List<Span> spans = usual == null ? WorkCalendar.USUAL.spans() : usual.hours();
    Map<LocalDate, List<Span>> others = new HashMap<>();
    for (OfficeDay d : days.values()) {
      List<Span> worked = d.hours().isEmpty() ? spans : d.hours();
      others.put(d.day().orElseThrow(), d.working() ? worked : List.of());
    }
    return new WorkCalendar(spans, others);
  }
}
