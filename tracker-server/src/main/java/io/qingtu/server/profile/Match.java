package io.qingtu.server.profile;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Which terminals a profile is for. Every key that it names must fit.
 *
 * @param manufacturer the whole manufacturer id, without regard to case
 * @param model with {@code *} for any characters and {@code ?} for one, without regard to case
 * @param firmware how the software version begins
 * @param region how the six digits of province and city begin
 */
record Match(
    Optional<String> manufacturer,
    Optional<String> model,
    Optional<String> firmware,
    Optional<String> region) {
  // more keys always beat longer ones
  private static final int KEY = 1000;

  static Match read(Section section) {
    Match match =
        new Match(
            text(section, "manufacturer"),
            text(section, "model"),
            text(section, "firmware"),
            text(section, "region"));
    if (match.keys() == 0) {
      throw section.wrong("", "names nothing: manufacturer, model, firmware or region");
    }
    if (match.region.isPresent() && !match.region.get().matches("\\d{1,6}")) {
      throw section.wrong("region", match.region.get() + " is not up to six digits");
    }
    section.finish();
    return match;
  }

  private static Optional<String> text(Section section, String key) {
    return section.has(key) ? Optional.of(section.text(key)) : Optional.empty();
  }

  /** How closely it fits, the more the closer; empty where it does not. */
  OptionalInt closeness(TerminalIdentity terminal) {
    boolean fits =
        manufacturer.map(m -> m.equalsIgnoreCase(terminal.manufacturer())).orElse(true)
            && model.map(m -> glob(m).matcher(terminal.model()).matches()).orElse(true)
            && firmware.map(terminal.firmware()::startsWith).orElse(true)
            && region.map(terminal.region()::startsWith).orElse(true);
    return fits ? OptionalInt.of(KEY * keys() + characters()) : OptionalInt.empty();
  }

  private int keys() {
    return (manufacturer.isPresent() ? 1 : 0)
        + (model.isPresent() ? 1 : 0)
        + (firmware.isPresent() ? 1 : 0)
        + (region.isPresent() ? 1 : 0);
  }

  /** Characters that are no wild cards. */
  private int characters() {
    return manufacturer.map(String::length).orElse(0)
        + model.map(m -> m.replace("*", "").replace("?", "").length()).orElse(0)
        + firmware.map(String::length).orElse(0)
        + region.map(String::length).orElse(0);
  }

  private static Pattern glob(String model) {
    StringBuilder pattern = new StringBuilder();
    for (char c : model.toCharArray()) {
      switch (c) {
        case '*' -> pattern.append(".*");
        case '?' -> pattern.append('.');
        default -> pattern.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(
        pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
