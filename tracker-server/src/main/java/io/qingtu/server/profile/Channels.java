package io.qingtu.server.profile;

import io.qingtu.route.track.Load;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes channels from sections of a profile. */
final class Channels {
  /** Load states of terminals that know more of them than we do. */
  static final Map<String, Load> LOADS =
      Map.of(
          "HALF", Load.PARTIAL,
          "FULL", Load.LOADED,
          "OVER", Load.LOADED,
          "LOADING", Load.PARTIAL,
          "UNLOADING", Load.PARTIAL);

  private static final Set<String> UNKNOWN = Set.of("UNKNOWN", "INVALID", "FAULT");
  private static final List<Set<String>> OPPOSITES =
      List.of(
          Set.of("OPEN", "CLOSED"),
          Set.of("UP", "DOWN"),
          Set.of("EMPTY", "LOADED"),
          Set.of("ON", "OFF"));

  private Channels() {}

  static <S extends Enum<S>> StateChannel<S> state(
      Section section, S unknown, Map<String, S> synonyms) {
    RawField field = field(section);
    boolean invert = section.flag("invert");
    Map<Long, S> values = new HashMap<>();
    for (Map.Entry<Long, String> value : section.numberedTexts("values").entrySet()) {
      S state = state(section, value.getValue(), unknown, synonyms);
      values.put(value.getKey(), invert ? opposite(state) : state);
    }
    StateChannel<S> channel =
        new StateChannel<>(
            field,
            Map.copyOf(values),
            unknown,
            validity(section),
            Duration.ofMillis(section.number("debounceMs", 0, 3_600_000, Optional.of(0L))));
    section.finish();
    return channel;
  }

  static WeightChannel weight(Section section) {
    WeightChannel channel =
        new WeightChannel(
            field(section),
            section.positive("scale"),
            Set.copyOf(section.numbers("invalid")),
            validity(section));
    section.finish();
    return channel;
  }

  private static Optional<Validity> validity(Section section) {
    return section
        .section("validWhen")
        .map(
            condition -> {
              Validity validity =
                  new Validity(
                      field(condition),
                      condition.number("value", 0, Long.MAX_VALUE, Optional.of(1L)));
              condition.finish();
              return validity;
            });
  }

  private static RawField field(Section section) {
    RawField.Source source = source(section);
    int bits = source instanceof RawField.Item item ? 8 * item.length() : 32;
    if (section.has("bit")) {
      return new RawField(source, (int) section.number("bit", 0, bits - 1, Optional.empty()), 1);
    }
    int shift = (int) section.number("shift", 0, bits - 1, Optional.of(0L));
    return new RawField(
        source, shift, section.number("mask", 1, Long.MAX_VALUE, Optional.of(Long.MAX_VALUE)));
  }

  private static RawField.Source source(Section section) {
    String source = section.text("source");
    return switch (source) {
      case "alarm" -> new RawField.Alarm();
      case "status" -> new RawField.Status();
      case "item" ->
          new RawField.Item(
              (int) section.number("item", 0, 0xff, Optional.empty()),
              (int) section.number("offset", 0, 0xfe, Optional.of(0L)),
              (int) section.number("length", 1, 8, Optional.of(1L)),
              order(section));
      default -> throw section.wrong("source", source + " is none of alarm, status, item");
    };
  }

  private static ByteOrder order(Section section) {
    String endian = section.text("endian", Optional.of("big"));
    return switch (endian) {
      case "big" -> ByteOrder.BIG_ENDIAN;
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      default -> throw section.wrong("endian", endian + " is neither big nor little");
    };
  }

  private static <S extends Enum<S>> S state(
      Section section, String text, S unknown, Map<String, S> synonyms) {
    String name = text.toUpperCase(Locale.ROOT);
    if (UNKNOWN.contains(name)) {
      return unknown;
    }
    if (synonyms.containsKey(name)) {
      return synonyms.get(name);
    }
    S[] states = unknown.getDeclaringClass().getEnumConstants();
    for (S state : states) {
      if (state.name().equals(name)) {
        return state;
      }
    }
    String known = Arrays.stream(states).map(Enum::name).collect(Collectors.joining(", "));
    throw section.wrong("values", text + " is none of " + known + ", INVALID, FAULT");
  }

  /** The other of two poles; what has none stays. */
  private static <S extends Enum<S>> S opposite(S state) {
    for (Set<String> poles : OPPOSITES) {
      if (poles.contains(state.name())) {
        for (S other : state.getDeclaringClass().getEnumConstants()) {
          if (other != state && poles.contains(other.name())) {
            return other;
          }
        }
      }
    }
    return state;
  }
}
