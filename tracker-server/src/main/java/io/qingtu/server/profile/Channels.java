package io.qingtu.server.profile;

import io.qingtu.route.track.Load;
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
    RawField field = RawFields.read(section);
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
    boolean signed = section.flag("signed");
    if (signed && (section.has("bit") || section.has("shift") || section.has("mask"))) {
      throw section.wrong("signed", "goes with whole bytes only, not with bit, shift or mask");
    }
    RawField field = RawFields.read(section);
    Optional<Slice> sign = RawFields.slice(field.source()).filter(slice -> signed);
    if (signed && sign.isEmpty()) {
      throw section.wrong("signed", "goes with bytes of an item, of transparent data or of CAN");
    }
    WeightChannel channel =
        new WeightChannel(
            field,
            sign,
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
                      RawFields.read(condition),
                      condition.number("value", 0, Long.MAX_VALUE, Optional.of(1L)));
              condition.finish();
              return validity;
            });
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
