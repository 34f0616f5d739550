package io.qingtu.web.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.track.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A story for every alert, with a picture of one point; no tracks. */
final class SyntheticSources implements Sources {
  /** A JPEG of 1 × 1. */
  private static final String POINT =
      "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJ"
          + "DRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=";

  @Override
  public Optional<KeyCase> story(Alert alert, Instant asOf) {
    String drawing =
        new Svg(152, 40).line(0, 0, 152, 40, Svg.INK, 0.5).text(70, 20, 3, "middle", "图样").toHtml();
    return Optional.of(
        new KeyCase(
            alert.key(),
            "东风街",
            drawing,
            drawing,
            List.of(
                new KeyCase.Step(alert.start(), "违规开始", "实测61.4 km/h"),
                new KeyCase.Step(asOf, "研判：确认", "到现场")),
            List.of(new KeyCase.Picture("通道 1", POINT)),
            "案件12（派遣）"));
  }

  @Override
  public List<Position> track(String plate, Instant from, Instant to) {
    return List.of();
  }
}
