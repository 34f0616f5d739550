package io.qingtu.server.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One mapping of a YAML file: keys are taken out one by one, and none may be left. */
final class Section {
  private final String file;
  private final String path;
  private final Map<String, Object> values;
  private final Set<String> unread;

  private Section(String file, String path, Map<String, Object> values) {
    this.file = file;
    this.path = path;
    this.values = values;
    this.unread = new LinkedHashSet<>(values.keySet());
  }

  static Section of(String file, Object document) {
    return of(file, "", document);
  }

  private static Section of(String file, String path, Object node) {
    if (!(node instanceof Map<?, ?> map)) {
      throw new ProfileException(file, path, "must be a mapping of keys to values");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((key, value) -> values.put(String.valueOf(key), value));
    return new Section(file, path, values);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key) {
    return text(key, Optional.empty());
  }

  String text(String key, Optional<String> initial) {
    Object value = take(key, initial);
    if (!(value instanceof String text)) {
      throw wrong(key, value + " is no text");
    }
    return text;
  }

  boolean flag(String key) {
    Object value = take(key, Optional.of(false));
    if (!(value instanceof Boolean flag)) {
      throw wrong(key, value + " is neither true nor false");
    }
    return flag;
  }

  long number(String key, long least, long most, Optional<Long> initial) {
    long number = whole(key, take(key, initial));
    if (number < least || number > most) {
      throw wrong(key, number + " is not between " + least + " and " + most);
    }
    return number;
  }

  double positive(String key) {
    return positive(key, Optional.empty());
  }

  double positive(String key, Optional<Double> initial) {
    Object value = take(key, initial);
    if (!(value instanceof Number number) || !(number.doubleValue() > 0)) {
      throw wrong(key, value + " is no positive number");
    }
    return number.doubleValue();
  }

  /** A list of numbers; empty where the key is not there. */
  List<Long> numbers(String key) {
    Object value = take(key, Optional.of(List.of()));
    if (!(value instanceof List<?> list)) {
      throw wrong(key, "must be a list of numbers");
    }
    List<Long> numbers = new ArrayList<>();
    for (Object element : list) {
      numbers.add(whole(key, element));
    }
    return numbers;
  }

  /** A table from numbers to texts. */
  Map<Long, String> numberedTexts(String key) {
    Object value = take(key, Optional.empty());
    if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
      throw wrong(key, "must map numbers to states");
    }
    Map<Long, String> texts = new LinkedHashMap<>();
    // YAML takes a bare ON and OFF for true and false
    map.forEach(
        (number, text) ->
            texts.put(
                whole(key, number),
                text instanceof Boolean on ? (on ? "ON" : "OFF") : String.valueOf(text)));
    return texts;
  }

  /** One of a few words. */
  String word(String key, String initial, String... others) {
    String word = text(key, Optional.of(initial));
    List<String> words = new ArrayList<>(List.of(initial));
    words.addAll(List.of(others));
    if (!words.contains(word)) {
      throw wrong(key, word + " is none of " + String.join(", ", words));
    }
    return word;
  }

  /** A list of mappings; empty where the key is not there. */
  List<Section> sections(String key) {
    Object value = take(key, Optional.of(List.of()));
    if (!(value instanceof List<?> list)) {
      throw wrong(key, "must be a list");
    }
    List<Section> sections = new ArrayList<>();
    for (Object element : list) {
      sections.add(of(file, path(key) + "[" + sections.size() + "]", element));
    }
    return sections;
  }

  Optional<Section> section(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    return Optional.of(of(file, path(key), take(key, Optional.empty())));
  }

  /** To be called when every key has been read. */
  void finish() {
    if (!unread.isEmpty()) {
      throw wrong(unread.iterator().next(), "is no key here");
    }
  }

  ProfileException wrong(String key, String reason) {
    return new ProfileException(file, path(key), reason);
  }

  private Object take(String key, Optional<?> initial) {
    unread.remove(key);
    Object value = values.get(key);
    if (value != null) {
      return value;
    }
    if (initial.isEmpty()) {
      throw wrong(key, "is missing");
    }
    return initial.get();
  }

  private long whole(String key, Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw wrong(key, value + " is no whole number");
  }

  private String path(String key) {
    if (key.isEmpty()) {
      return path;
    }
    return path.isEmpty() ? key : path + "." + key;
  }
}
