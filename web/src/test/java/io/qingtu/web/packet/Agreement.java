package io.qingtu.web.packet;

import io.qingtu.web.packet.Excuse.Kind;
import java.util.EnumMap;
import java.util.Map;

/** How many entries of the collection agree, and why the others do not. */
final class Agreement {
  private final Map<Kind, Integer> excused = new EnumMap<>(Kind.class);
  private int silent;
  private int agreeing;
  private int values;

  /** An entry that says nothing of the bytes. */
  void silent() {
    silent++;
  }

  void agreeing(int count) {
    agreeing++;
    values += count;
  }

  void excused(Kind kind, int agreeingValues) {
    excused.merge(kind, 1, Integer::sum);
    values += agreeingValues;
  }

  /** Of the entries that a standard or a document tells how to read. */
  double share() {
    return (double) agreeing / (agreeing + count(Kind.DIFFERS));
  }

  private int count(Kind kind) {
    return excused.getOrDefault(kind, 0);
  }

  @Override
  public String toString() {
    int about = agreeing + count(Kind.INVENTED) + count(Kind.DIFFERS);
    int compared = about + count(Kind.ELSEWHERE);
    return String.format(
        "%d of %d entries agree in everything (%.1f %%), %d values stand where they should;"
            + " %d entries expect what is not in the packet, %d keep to no standard, %d are read"
            + " otherwise: %.1f %% of what is about the bytes, %.1f %% of what a standard has;"
            + " %d more say nothing of the bytes",
        agreeing,
        compared,
        100.0 * agreeing / compared,
        values,
        count(Kind.ELSEWHERE),
        count(Kind.INVENTED),
        count(Kind.DIFFERS),
        100.0 * agreeing / about,
        100.0 * share(),
        silent);
  }
}
