package io.qingtu.route.truth;

import io.qingtu.fixtures.days.Deed;
import io.qingtu.fixtures.days.Deed.Weight;
import io.qingtu.fixtures.days.FleetDay;
import io.qingtu.fixtures.days.VehicleDay;
import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Holds the alerts of a fleet's day against its deeds. An alert and a deed are about the same if
 * rule and vehicle are the same and their times touch, give or take a minute. The first alert about
 * a deed finds it; another one about it and about no other is wrong, like one about nothing.
 */
final class Scorer {
  private static final Duration TOLERANCE = Duration.ofSeconds(60);

  /** The rules whose violations the simulator stages and the analyzer looks for. */
  static final Set<String> RULES =
      Set.of(
          "M01", "M02", "M03", "M04", "M05", "M06a", "M06b", "M06c", "M06d", "M06e", "M06f", "M06g",
          "M07", "M08", "M09", "M10", "M11a", "M11b", "M12", "M13", "M14", "M15", "M16", "B3",
          "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10", "D11", "D12", "S01",
          "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12", "S13", "S14",
          "S15", "S16", "P06", "P07");

  private final BiConsumer<String, String> wrongs;
  private final Map<String, List<String>> stories = new HashMap<>();

  /**
   * @param wrongs takes the rule and a description of each deed missed and each false alarm
   */
  Scorer(BiConsumer<String, String> wrongs) {
    this.wrongs = wrongs;
  }

  /** Analyzes a day and scores what was found. */
  Scores score(FleetDay day, String name) {
    RuleSet set = new RuleSet(Plans.of(day.data()), Parameters.DEFAULTS);
    List<Position> positions = new ArrayList<>();
    Map<String, List<Deed>> deeds = new HashMap<>();
    stories.clear();
    for (VehicleDay v : day.days()) {
      stories.put(v.plate(), v.story());
      v.fixes().forEach(f -> positions.add(Plans.position(f)));
      v.deeds().forEach(d -> file(d, deeds));
    }
    day.roads().forEach(d -> file(d, deeds));
    Ledger ledger = BatchAnalysis.run(set, positions);
    Scores scores = new Scores();
    scores.ranDays(day.vehicleDays());
    Set<Deed> found = new HashSet<>();
    for (Alert a : ledger.alerts()) {
      if (a.stands() && RULES.contains(a.rule())) {
        boolean unseen = isOfTheUnseen(a, ledger);
        for (String about : subjects(a)) {
          judge(a, deeds.getOrDefault(a.rule() + about, List.of()), unseen, found, scores, name);
        }
      }
    }
    for (List<Deed> own : deeds.values()) {
      for (Deed d : own) {
        count(d, found.contains(d), scores, name);
      }
    }
    return scores;
  }

  /**
   * M07 of grade C about a trip that was dark for so long that a load may have gone: the catalogue
   * lists it as unexplained, and whether it was right cannot be seen.
   */
  private static boolean isOfTheUnseen(Alert a, Ledger ledger) {
    if (!a.rule().equals("M07") || a.grade() != Grade.C) {
      return false;
    }
    for (Trip t : ledger.trips()) {
      if (t.id().equals(a.tripId()) && t.endTime() != null) {
        double dark =
            (1 - t.observedShare()) * Duration.between(t.outTime(), t.endTime()).toSeconds();
        return dark >= Parameters.DEFAULTS.get(Parameter.END_DWELL_S);
      }
    }
    return false;
  }

  private static void file(Deed d, Map<String, List<Deed>> deeds) {
    if (RULES.contains(d.rule())) {
      deeds.computeIfAbsent(d.rule() + d.plate() + d.subject(), k -> new ArrayList<>()).add(d);
    }
  }

  /**
   * The vehicle, the camera, the collection point, or every side of a segment that an alert about a
   * road names.
   */
  private static List<String> subjects(Alert a) {
    if (a.rule().equals("M14")) {
      return List.of(""); // which of those who met came first is all the same
    }
    if (!a.plate().isEmpty()) {
      return List.of(a.plate());
    }
    if (a.rule().equals("B3")) {
      return List.of(a.reason());
    }
    if (a.rule().equals("S12")) {
      return List.of(a.placeId());
    }
    String[] opAndSide = a.reason().split(" ");
    return a.segmentIds().stream().map(s -> s + "|" + opAndSide[1] + "|" + opAndSide[0]).toList();
  }

  private void judge(
      Alert a, List<Deed> deeds, boolean unseen, Set<Deed> found, Scores scores, String name) {
    Instant end = a.end() == null ? a.decided() : a.end();
    boolean fresh = false;
    boolean excused = unseen;
    for (Deed d : deeds) {
      if (d.touches(a.start(), end.isBefore(a.start()) ? a.start() : end, TOLERANCE)) {
        excused |= d.weight() != Weight.COUNTS;
        fresh |= found.add(d) && d.weight() == Weight.COUNTS;
      }
    }
    Scores.Count count = scores.of(a.rule());
    if (!fresh && excused) {
      count.excused++;
    } else if (!fresh) {
      count.wrong++;
      wrongs.accept(a.rule(), "FALSE " + name + " " + line(a) + told(deeds, a.plate()));
    }
  }

  private void count(Deed d, boolean found, Scores scores, String name) {
    Scores.Count count = scores.of(d.rule());
    switch (d.weight()) {
      case HIDDEN -> count.hidden++;
      case BORDERLINE -> {}
      case COUNTS -> {
        count.staged++;
        if (found) {
          count.found++;
        } else {
          wrongs.accept(d.rule(), "MISSED " + name + " " + d.rule() + told(List.of(d), d.plate()));
        }
      }
    }
  }

  private String told(List<Deed> deeds, String plate) {
    return "\n   " + deeds + "\n   " + String.join("\n   ", stories.getOrDefault(plate, List.of()));
  }

  private static String line(Alert a) {
    return String.join(
        " ",
        a.rule(),
        a.plate(),
        a.start() + "–" + a.end(),
        "decided " + a.decided(),
        a.grade() + String.valueOf(a.severity()),
        a.status() + " " + a.reason(),
        a.placeId(),
        a.decision().toString());
  }
}
