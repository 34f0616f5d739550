package io.qingtu.web.packet;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Why not everything that is expected of a packet of the collection is read.
 *
 * @param names of the values that it is about
 * @param why the fact
 */
record Excuse(Kind kind, Predicate<String> names, String why) {
  enum Kind {
    /** It is not said of the bytes of this packet: of another one, or of what nobody wrote. */
    ELSEWHERE,

    /** The packet does not keep to any standard or document: only its writer can read it. */
    INVENTED,

    /** It is read otherwise. */
    DIFFERS
  }

  static Excuse of(Kind kind, String names, String why) {
    return new Excuse(kind, Pattern.compile(names).asMatchPredicate(), why);
  }
}
