package io.qingtu.route.report;

import java.util.List;
import java.util.stream.Collectors;

/** Names in a sentence or a cell that has no room for long ones, or for many. */
public final class Brief {
  private static final String LEFT_OUT = "…";
  private static final int IN_A_SENTENCE = 32;
  private static final int NAMED = 3;

  private Brief() {}

  /**
   * A text with its middle left out: names that begin alike end otherwise.
   *
   * @param most characters, at least 3
   */
  public static String of(String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length <= most) {
      return text;
    }
    int tail = (most - 1) / 2;
    int head = most - 1 - tail;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + LEFT_OUT
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }

  /** A name as a sentence has room for it. */
  public static String name(String name) {
    return of(name, IN_A_SENTENCE);
  }

  /** The first of some names, and how many there are where not all are named. */
  public static String names(List<String> all) {
    String first = all.stream().limit(NAMED).map(Brief::name).collect(Collectors.joining("、"));
    return all.size() > NAMED ? first + "等" + all.size() + "家" : first;
  }
}
