package io.qingtu.route.law;

import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.fixtures.geo.Path;
import io.qingtu.fixtures.geo.Point;
import io.qingtu.fixtures.scene.Drive;
import io.qingtu.fixtures.scene.Truck;
import io.qingtu.fixtures.track.Fix;
import io.qingtu.fixtures.track.Sensors.Work;
import io.qingtu.route.plan.SensorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A vehicle in the {@link LawCity} that does what a story says. */
final class Stage {
  private final Drive drive;
  private final Truck truck;
  private final Story story;

  private Stage(String plate, Story story) {
    this.story = story;
    drive =
        new Drive(
            plate, LawCity.MORNING.plusSeconds(3600L * story.hour()), LawCity.DEPOT, story.seed());
    truck = new Truck(drive, new Rows.Vehicle(plate, story.kind().name(), "", 16, fitted()));
  }

  /** Fixes in the order in which they are received. */
  static List<Fix> play(String plate, Story story) {
    Stage stage = new Stage(plate, story);
    stage.drive.stand(60);
    story.acts().forEach(act -> act.deed().run(stage, act.amount()));
    stage.drive.stand(120);
    return stage.drive.fixes();
  }

  private String fitted() {
    return story.sensors().stream()
        .map(s -> s.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(";"));
  }

  Drive drive() {
    return drive;
  }

  Truck truck() {
    return truck;
  }

  /** Along the main road, from wherever it is. */
  Stage to(Point goal, double kmh) {
    Point here = drive.at();
    return go(List.of(here, Point.of(here.east(), 0), Point.of(goal.east(), 0), goal), kmh);
  }

  /** So many metres of the main road, towards its middle. */
  Stage along(double metres, double kmh) {
    Point here = drive.at();
    double way = here.east() < LawCity.MIDDLE ? metres : -metres;
    Point foot = Point.of(here.east(), 0);
    return go(List.of(here, foot, foot.plus(way, 0)), kmh);
  }

  /** Onto the parallel road, along it for so many metres, and back. */
  Stage detour(double metres) {
    Point here = drive.at();
    double to = here.east() < LawCity.MIDDLE ? here.east() + metres : here.east() - metres;
    List<Point> way = new ArrayList<>();
    way.add(here);
    way.add(Point.of(here.east(), 0));
    way.add(Point.of(here.east(), LawCity.PARALLEL));
    way.add(Point.of(to, LawCity.PARALLEL));
    way.add(Point.of(to, 0));
    return go(way, 40);
  }

  /** Along the main road with the tools it has in this state. */
  Stage clean(Work state, double metres, double kmh) {
    work(state);
    along(metres, kmh);
    return work(Work.OFF);
  }

  private Stage work(Work state) {
    if (story.sensors().contains(SensorKind.BRUSH)) {
      drive.sense(s -> s.withBrush(state));
    }
    if (story.sensors().contains(SensorKind.PUMP)) {
      drive.sense(s -> s.withPump(state));
    }
    return this;
  }

  private Stage go(List<Point> points, double kmh) {
    double length = 0;
    for (int i = 1; i < points.size(); i++) {
      length += points.get(i - 1).to(points.get(i));
    }
    if (length > 1) {
      drive.go(new Path(points), kmh);
    }
    return this;
  }
}
