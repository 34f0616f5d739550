package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.camera.CameraMatch;
import io.qingtu.route.camera.Capture;
import io.qingtu.route.camera.Capture.Outcome;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What gate cameras alone show: M06e 未备案车辆, a plate that no vehicle has, one alert per plate, place
 * and day; P07 套牌, one plate at two places between which no truck drives that fast, one alert per
 * plate and day. Both are of severity 3. Where a camera reads many plates that nobody has, its
 * reading is doubted first.
 */
public final class CameraRules {
  private record Gate(String plate, String placeId, LocalDate day) {}

  private final RuleSet rules;
  private final Parameters p;

  public CameraRules(RuleSet rules) {
    this.rules = rules;
    this.p = rules.parameters();
  }

  public List<Alert> judge(CameraMatch match) {
    List<Alert> alerts = new ArrayList<>(unregistered(match.captures()));
    alerts.addAll(cloned(match.captures()));
    return alerts;
  }

  /**
   * The alerts of vehicles, those held back that a camera explains: seen elsewhere (D06) by a
   * camera whose clock was off and whose picture fits the track ({@code camera_clock}), or by one
   * of two cameras while the other agrees with the track ({@code cloned_plate}).
   *
   * @param judged what {@link #judge} found
   */
  public static List<Alert> explain(List<Alert> alerts, CameraMatch match, List<Alert> judged) {
    List<Alert> explained = new ArrayList<>(alerts.size());
    for (Alert a : alerts) {
      boolean elsewhere = a.rule().equals("D06") && a.reason().equals("seen_elsewhere");
      if (elsewhere && a.stands() && fitsTrack(a, match)) {
        explained.add(a.as(AlertStatus.SUPPRESSED, "camera_clock"));
      } else if (elsewhere && a.stands() && isCopied(a, match, judged)) {
        explained.add(a.as(AlertStatus.SUPPRESSED, "cloned_plate"));
      } else {
        explained.add(a);
      }
    }
    return explained;
  }

  private static boolean fitsTrack(Alert a, CameraMatch match) {
    boolean any = false;
    for (Capture c : match.captures()) {
      boolean told = !c.event().time().isBefore(a.start()) && !c.event().time().isAfter(a.end());
      if (told && c.event().plate().equals(a.plate())) {
        any = true;
        if (c.outcome() != Outcome.MATCHED) {
          return false;
        }
      }
    }
    return any;
  }

  private static boolean isCopied(Alert a, CameraMatch match, List<Alert> judged) {
    for (Alert copy : judged) {
      boolean covers =
          copy.rule().equals("P07")
              && copy.plate().equals(a.plate())
              && !copy.start().isAfter(a.end())
              && !copy.end().isBefore(a.start());
      if (covers && match.captures().stream().anyMatch(c -> isOriginal(c, copy))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOriginal(Capture c, Alert copy) {
    return c.outcome() == Outcome.MATCHED
        && c.plate().equals(copy.plate())
        && !c.time().isBefore(copy.start())
        && !c.time().isAfter(copy.end());
  }

  private List<Alert> unregistered(List<Capture> captures) {
    Map<String, int[]> byCamera = new HashMap<>();
    Map<Gate, List<Capture>> groups =
        new TreeMap<>(
            Comparator.comparing(Gate::plate)
                .thenComparing(Gate::placeId)
                .thenComparing(Gate::day));
    for (Capture c : captures) {
      int[] odd = byCamera.computeIfAbsent(cameraDay(c), k -> new int[2]);
      odd[1]++;
      if (c.outcome() == Outcome.UNREGISTERED) {
        odd[0]++;
        Gate gate = new Gate(c.plate(), c.event().placeId(), day(c));
        groups.computeIfAbsent(gate, k -> new ArrayList<>()).add(c);
      }
    }
    List<Alert> alerts = new ArrayList<>();
    groups.forEach((gate, seen) -> alerts.add(unregistered(seen, byCamera)));
    return alerts;
  }

  private Alert unregistered(List<Capture> seen, Map<String, int[]> byCamera) {
    Capture first = seen.get(0);
    Capture last = seen.get(seen.size() - 1);
    TreeSet<String> cameras =
        seen.stream().map(c -> c.event().cameraId()).collect(Collectors.toCollection(TreeSet::new));
    boolean doubted = seen.stream().allMatch(c -> readsBadly(byCamera.get(cameraDay(c))));
    AlertDraft d =
        draft("M06e", first, last)
            .grade(cameras.size() > 1 ? Grade.A : Grade.B)
            .because("plate in no vehicle file, nor near one", first.plate())
            .because("read by", String.join(" ", cameras))
            .because(
                "confidence ≥ " + p.get(Parameter.PLATE_SURE), "" + first.event().confidence());
    return doubted ? d.status(AlertStatus.SUPPRESSED, "plate_reading").build() : d.build();
  }

  private boolean readsBadly(int[] oddOfAll) {
    return oddOfAll[1] >= p.get(Parameter.CAMERA_MIN)
        && oddOfAll[0] > oddOfAll[1] * p.get(Parameter.CAMERA_ODD_SHARE);
  }

  private List<Alert> cloned(List<Capture> captures) {
    Map<String, Capture> before = new HashMap<>();
    Map<String, AlertDraft> found = new TreeMap<>();
    for (Capture c : captures) {
      boolean counts =
          c.isExact()
              && c.outcome() != Outcome.UNREADABLE
              && c.event().confidence() >= p.get(Parameter.PLATE_SURE);
      if (counts) {
        Capture earlier = before.put(c.plate(), c);
        double kmh = earlier == null ? 0 : impliedKmh(earlier, c);
        if (kmh > p.get(Parameter.VMAX_TRUCK)) {
          found.merge(
              c.plate() + "|" + day(earlier),
              cloned(earlier, c, kmh),
              (first, next) -> first.end(c.time()));
        }
      }
    }
    return found.values().stream().map(AlertDraft::build).toList();
  }

  private AlertDraft cloned(Capture a, Capture b, double kmh) {
    return draft("P07", a, b)
        .place(b.event().placeId())
        .grade(Grade.A)
        .measured(Math.round(kmh), p.get(Parameter.VMAX_TRUCK), "km/h")
        .because("first camera", a.event().cameraId() + " " + a.time() + ", track " + tracked(a))
        .because("second camera", b.event().cameraId() + " " + b.time() + ", track " + tracked(b))
        .because("implied speed > vmax_truck", Math.round(kmh) + " km/h");
  }

  private static String tracked(Capture c) {
    return c.outcome() == Outcome.MATCHED ? "there" : "not there";
  }

  /** The slowest drive between two captures: fence to middle, clocks as far off as tolerated. */
  private double impliedKmh(Capture a, Capture b) {
    Fenced from = rules.places().find(a.event().placeId());
    Fenced to = rules.places().find(b.event().placeId());
    if (from == null || to == null || from == to) {
      return 0;
    }
    double metres =
        Math.min(
            from.polygon().distance(to.polygon().middleX(), to.polygon().middleY()),
            to.polygon().distance(from.polygon().middleX(), from.polygon().middleY()));
    double slack = p.get(Parameter.CAMERA_CLOCK_S);
    double seconds = Duration.between(a.time(), b.time()).toMillis() / 1000.0 + 2 * slack;
    return metres < p.get(Parameter.CLONE_M) ? 0 : metres / seconds * 3.6;
  }

  private AlertDraft draft(String rule, Capture first, Capture last) {
    AlertDraft d =
        new AlertDraft(rule, first.plate(), rules.version(), first.time(), last.time())
            .end(last.time())
            .severity(3);
    return rules.locate(d, first.event().placeId());
  }

  private static String cameraDay(Capture c) {
    return c.event().cameraId() + "|" + day(c);
  }

  private static LocalDate day(Capture c) {
    return c.time().atZone(DailyHours.CITY_ZONE).toLocalDate();
  }
}
