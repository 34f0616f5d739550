package io.qingtu.web.night;

import io.qingtu.fixtures.city.RoadGraph;
import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.fixtures.geo.Path;
import io.qingtu.fixtures.geo.Point;
import io.qingtu.fixtures.scene.Drive;
import io.qingtu.fixtures.scene.Truck;
import io.qingtu.fixtures.track.Fix;
import io.qingtu.fixtures.track.Sensors.Work;
import io.qingtu.route.plan.DailyHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What the vehicles of the night do, scene by scene, as fixes in the order in which they are
 * received. The night begins on the evening of {@link SampleCity#DAY}.
 */
final class NightScenes {
  /** Goes round the closed underpass. */
  static final String DETOURED = "鲁GZ1009";

  /** Loses its load where nobody looks. */
  static final String LOST = "鲁GZ1011";

  /** Stood where that load was found, the evening before. */
  static final List<String> LINKED = List.of("鲁GZ1053", "鲁GZ1059", "鲁GZ1054");

  /** Leaves its site with dirty wheels. */
  static final String DIRTY = "鲁GZ1050";

  /** Drive the same street after it. */
  static final List<String> LATER = List.of("鲁GZ1002", "鲁GZ1026");

  /** Sweeps before dawn, not all of one side. */
  static final String SWEEPER = "鲁GH2001";

  /** Stands in the depot until it is sent. */
  static final String SPARE = "鲁GH2002";

  /** Sweeps in the morning. */
  static final String MORNING_SWEEPER = "鲁GH2003";

  private static final long SEED = 7;
  private static final double CRUISE_KMH = 38;
  private static final double LANE_KMH = 20;
  private static final double SWEEP_KMH = 7;

  /** So long the spare one has stood in the depot with its engine on, s. */
  private static final long WAITS = 1200;

  /** It turns behind the last junction, not on it: both sides are cleaned to their ends, m. */
  private static final double TURN = 40;

  private static final double SHARE = 0.62;
  private static final double EMPTY = 0.6;

  /** Of the way to its ground: where it is seen last, and where again. */
  private static final double DARK = 0.4;

  private static final double BACK = 0.7;
  private static final int SHORT_SEGMENTS = 5;
  private static final double ASIDE = 300;

  private final NightCity night;
  private final SampleCity city;
  private final List<Fix> fixes = new ArrayList<>();

  NightScenes(NightCity night) {
    this.night = night;
    this.city = night.city();
    LocalDate day = SampleCity.DAY;
    LINKED.forEach(plate -> standsAtTheSpot(plate, at(day.minusDays(1), "22:05")));
    staysHome(MORNING_SWEEPER, at(day, "04:20"));
    detour(at(day, "21:02"));
    lostLoad(at(day, "23:12"));
    LocalDate morning = day.plusDays(1);
    throughTheStreet(DIRTY, "D1", at(morning, "04:25"));
    throughTheStreet(LATER.get(0), "D1", at(morning, "04:40"));
    throughTheStreet(LATER.get(1), "D1", at(morning, "04:52"));
    sweepShort(at(morning, "04:32"));
    makeGood(at(morning, "06:08"));
    sweepMorning(at(morning, "08:34"));
    fixes.sort(Fix.BY_RECEPTION);
  }

  static Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(DailyHours.CITY_ZONE).toInstant();
  }

  /** Everything that is received, in its order. */
  List<Fix> fixes() {
    return fixes;
  }

  /** The route that the first truck's permit names. */
  Path route() {
    return city.way("S3", "D2");
  }

  private Drive drive(String plate, String place, Instant start) {
    Point stand = city.graph().at(SampleCity.gate(place)).plus(20, 25);
    return new Drive(plate, start, stand, SEED).every(10, 30);
  }

  private Truck truck(String plate, String site, Instant start) {
    Truck truck = new Truck(drive(plate, site, start), city.data().vehicle(plate));
    truck.drive().stand(120);
    return truck.load();
  }

  private void keep(Drive drive) {
    fixes.addAll(drive.fixes());
  }

  /** Loads, leaves, and stands six minutes on the verge. */
  private void standsAtTheSpot(String plate, Instant start) {
    String site =
        city.data().permits().stream()
            .filter(p -> p.plate().equals(plate))
            .findFirst()
            .orElseThrow()
            .siteId();
    Truck truck = truck(plate, site, start);
    Drive drive = truck.drive();
    String corner = city.graph().nearest(night.spot());
    go(drive, city.graph().path(SampleCity.gate(site), corner));
    drive.go(Path.of(drive.at(), night.spot()), LANE_KMH).stand(400);
    truck.payload(EMPTY);
    drive.go(Path.of(drive.at(), city.graph().at(corner)), LANE_KMH);
    go(drive, city.graph().path(corner, SampleCity.gate(site)));
    drive.stand(300);
    keep(drive);
  }

  private void detour(Instant start) {
    Truck truck = truck(DETOURED, "S3", start);
    Drive drive = truck.drive();
    go(drive, around("S3", "D2"));
    truck.tip();
    drive.stand(300);
    go(drive, city.way("D2", "S3"));
    drive.stand(120);
    keep(drive);
  }

  private void lostLoad(Instant start) {
    Truck truck = truck(LOST, "S5", start);
    Drive drive = truck.drive();
    Path way = city.way("S5", "D2");
    double dark = way.length() * DARK;
    go(drive, way.slice(0, dark));
    drive.link().die();
    drive.stand(1440);
    truck.payload(EMPTY);
    go(drive, way.slice(dark, way.length() * BACK));
    drive.link().up();
    go(drive, way.slice(0, way.length() * BACK).reversed());
    drive.stand(600);
    keep(drive);
  }

  private void throughTheStreet(String plate, String end, Instant start) {
    Truck truck = truck(plate, "S2", start);
    Drive drive = truck.drive();
    go(drive, city.way("S2", end));
    truck.tip();
    drive.stand(120);
    keep(drive);
  }

  /** One side whole, of the other five segments in part. */
  private void sweepShort(Instant start) {
    Drive drive = sweeper(SWEEPER, start);
    List<Rows.Segment> road = night.segments(NightCity.DAWN_ROAD);
    Path whole = joined(road);
    approach(drive, whole.first());
    brush(drive, Work.ON);
    drive.roll(whole.extended(TURN), SWEEP_KMH);
    drive.roll(Path.of(drive.at(), whole.last()), SWEEP_KMH);
    for (int i = road.size() - 1; i >= 0; i--) {
      Path back = road.get(i).line().reversed();
      double swept = i < SHORT_SEGMENTS ? back.length() * SHARE : back.length();
      drive.roll(back.slice(0, swept), SWEEP_KMH);
      if (swept < back.length()) {
        brush(drive, Work.OFF);
        drive.roll(back.slice(swept, back.length()), LANE_KMH);
        brush(drive, Work.ON);
      }
    }
    brush(drive, Work.OFF);
    drive.stand(300);
    keep(drive);
  }

  /** What the spare one does when it has been sent: the other side of the five. */
  private void makeGood(Instant start) {
    Drive drive = sweeper(SPARE, start.minusSeconds(WAITS));
    drive.stand(WAITS);
    Path back = joined(night.segments(NightCity.DAWN_ROAD).subList(0, SHORT_SEGMENTS)).reversed();
    approach(drive, back.first());
    brush(drive, Work.ON);
    drive.roll(back.extended(TURN), SWEEP_KMH);
    brush(drive, Work.OFF);
    drive.stand(300);
    keep(drive);
  }

  private static Path joined(List<Rows.Segment> road) {
    return road.stream().map(Rows.Segment::line).reduce(Path::then).orElseThrow();
  }

  private void sweepMorning(Instant start) {
    Drive drive = sweeper(MORNING_SWEEPER, start);
    Path whole = joined(night.segments(NightCity.MORNING_ROAD));
    approach(drive, whole.first());
    brush(drive, Work.ON);
    drive.roll(whole.extended(TURN), SWEEP_KMH);
    drive.roll(Path.of(drive.at(), whole.last()), SWEEP_KMH);
    drive.roll(whole.reversed(), SWEEP_KMH);
    brush(drive, Work.OFF);
    drive.stand(300);
    keep(drive);
  }

  /** Heard, so that what nobody swept on that day was missed and not merely unobserved. */
  private void staysHome(String plate, Instant start) {
    Drive drive = sweeper(plate, start);
    drive.stand(600);
    keep(drive);
  }

  private Drive sweeper(String plate, Instant start) {
    Drive drive = drive(plate, "H1", start);
    brush(drive, Work.OFF);
    drive.stand(60);
    return drive;
  }

  private static void brush(Drive drive, Work state) {
    drive.sense(s -> s.withBrush(state));
  }

  private void approach(Drive drive, Point to) {
    RoadGraph graph = city.graph();
    String from = graph.nearest(drive.at());
    String junction = graph.nearest(to);
    go(drive, graph.path(from, junction));
    if (drive.at().to(to) > 1) {
      drive.roll(Path.of(drive.at(), to), LANE_KMH);
    }
  }

  /** From where it stands along a way, slowly on the lanes at both ends, and stops there. */
  private static void go(Drive drive, Path way) {
    if (drive.at().to(way.first()) > 1) {
      drive.roll(Path.of(drive.at(), way.first()), LANE_KMH);
    }
    double in = way.lengthTo(1);
    double out = way.lengthTo(way.points().size() - 2);
    drive.roll(way.slice(0, in), LANE_KMH);
    if (out > in) {
      drive.roll(way.slice(in, out), CRUISE_KMH);
      drive.go(way.slice(out, way.length()), LANE_KMH);
    }
    drive.stand(10);
  }

  /** By way of a junction well beside the permitted routes. */
  private Path around(String site, String end) {
    RoadGraph graph = city.graph();
    Path usual = city.way(site, end);
    Path other = city.way(site, "B1");
    Point middle = usual.at(usual.length() / 2);
    Path best = null;
    for (String node : graph.nodes()) {
      Point at = graph.at(node);
      if (node.startsWith("J")
          && usual.distanceTo(at) > ASIDE
          && other.distanceTo(at) > ASIDE
          && at.to(middle) < 1500) {
        Path by =
            graph.path(SampleCity.gate(site), node).then(graph.path(node, SampleCity.gate(end)));
        best = best == null || by.length() < best.length() ? by : best;
      }
    }
    return best;
  }
}
