package io.qingtu.web.api;

import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.server.store.MapQueries;
import io.qingtu.server.store.SettingStore;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the page needs to know before it draws anything. */
public final class SettingsController implements Controller {
  // where nothing is filed yet: all of China
  private static final double[] CHINA = {73.5, 18.1, 134.8, 53.6};

  private record Settings(
      String city,
      double[] center,
      double[] bounds,
      String tileSource,
      Instant time,
      double speed,
      boolean synthetic,
      List<Working> working) {}

  /** A stretch of the bureau's working time. */
  private record Working(Instant from, Instant to) {}

  /**
   * Days of working time that a page gets: some of what waits is old, and a wall is seldom
   * reloaded.
   */
  private static final int DAYS_BEFORE = 14;

  private static final int DAYS_AHEAD = 28;

  private final String city;
  private final Optional<String> tileSource;
  private final MapQueries map;
  private final SettingStore settings;
  private final Supplier<WorkCalendar> calendar;
  private final CityClock clock;

  public SettingsController(
      String city,
      Optional<String> tileSource,
      MapQueries map,
      SettingStore settings,
      Supplier<WorkCalendar> calendar,
      CityClock clock) {
    this.city = city;
    this.tileSource = tileSource;
    this.map = map;
    this.settings = settings;
    this.calendar = calendar;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/settings").handler(Reply.json(ctx -> settings()));
  }

  private Settings settings() {
    double[] b = map.bounds().orElse(CHINA);
    double[] center = {(b[0] + b[2]) / 2, (b[1] + b[3]) / 2};
    return new Settings(
        city,
        center,
        b,
        tileSource.orElse(null),
        clock.now(),
        clock.speed(),
        settings.synthetic(),
        working());
  }

  private List<Working> working() {
    WorkCalendar bureau = calendar.get();
    LocalDate today = clock.today();
    return today
        .minusDays(DAYS_BEFORE)
        .datesUntil(today.plusDays(DAYS_AHEAD))
        .flatMap(
            day ->
                bureau.on(day).stream().map(s -> new Working(at(day, s.from()), at(day, s.to()))))
        .toList();
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(DailyHours.CITY_ZONE).toInstant();
  }
}
