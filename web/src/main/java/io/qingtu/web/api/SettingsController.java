package io.qingtu.web.api;

import io.qingtu.server.store.MapQueries;
import io.qingtu.server.store.SettingStore;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.Optional;

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
      boolean synthetic) {}

  private final String city;
  private final Optional<String> tileSource;
  private final MapQueries map;
  private final SettingStore settings;
  private final CityClock clock;

  public SettingsController(
      String city,
      Optional<String> tileSource,
      MapQueries map,
      SettingStore settings,
      CityClock clock) {
    this.city = city;
    this.tileSource = tileSource;
    this.map = map;
    this.settings = settings;
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
        city, center, b, tileSource.orElse(null), clock.now(), clock.speed(), settings.synthetic());
  }
}
