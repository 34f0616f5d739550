package io.qingtu.route.truth;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often alarms were right, rule by rule. */
final class Scores {
  /** Counts of one rule. */
  static final class Count {
    long staged;
    long found;
    long wrong;
    long excused;
    long hidden;

    long missed() {
      return staged - found;
    }

    /** Share of the alarms that count which were right; 1 where there was none. */
    double precision() {
      return found + wrong == 0 ? 1 : (double) found / (found + wrong);
    }

    /** Share of the deeds that count which were found; 1 where there was none. */
    double recall() {
      return staged == 0 ? 1 : (double) found / staged;
    }

    private void add(Count other) {
      staged += other.staged;
      found += other.found;
      wrong += other.wrong;
      excused += other.excused;
      hidden += other.hidden;
    }
  }

  private final Map<String, Count> byRule = new TreeMap<>();
  private long days;

  Count of(String rule) {
    return byRule.computeIfAbsent(rule, r -> new Count());
  }

  void ranDays(int more) {
    days += more;
  }

  long days() {
    return days;
  }

  Map<String, Count> byRule() {
    return byRule;
  }

  void add(Scores other) {
    days += other.days;
    other.byRule.forEach((rule, count) -> of(rule).add(count));
  }

  /** For people: one line a rule. */
  String table() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            "%-5s %8s %8s %7s %7s %8s %8s %10s %8s%n",
            "rule",
            "staged",
            "found",
            "missed",
            "false",
            "excused",
            "hidden",
            "precision",
            "recall"));
    byRule.forEach(
        (rule, c) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "%-5s %8d %8d %7d %7d %8d %8d %10.4f %8.4f%n",
                    rule,
                    c.staged,
                    c.found,
                    c.missed(),
                    c.wrong,
                    c.excused,
                    c.hidden,
                    c.precision(),
                    c.recall())));
    return out.toString();
  }

  /** For machines: one object on one line. */
  String json(long seed, double seconds) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "{\"vehicleDays\":%d,\"seed\":%d,\"seconds\":%.1f,\"rules\":{",
            days,
            seed,
            seconds));
    String separator = "";
    for (Map.Entry<String, Count> e : byRule.entrySet()) {
      Count c = e.getValue();
      out.append(separator)
          .append(
              String.format(
                  Locale.ROOT,
                  "\"%s\":{\"staged\":%d,\"found\":%d,\"missed\":%d,\"false\":%d,\"excused\":%d,"
                      + "\"hidden\":%d,\"precision\":%.4f,\"recall\":%.4f}",
                  e.getKey(),
                  c.staged,
                  c.found,
                  c.missed(),
                  c.wrong,
                  c.excused,
                  c.hidden,
                  c.precision(),
                  c.recall()));
      separator = ",";
    }
    return out.append("}}").toString();
  }
}
