package io.qingtu.server.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Collects entries of a file of which a row may come more than once: the same again is one, a
 * contradiction is an error.
 */
final class Repeats<T> {
  private final Map<Object, T> byKey = new HashMap<>();

  void add(Object key, T entry, Function<String, DataSetException> wrong) {
    T before = byKey.putIfAbsent(key, entry);
    if (before != null && !before.equals(entry)) {
      throw wrong.apply(key + " stands in the file twice, with different content");
    }
  }

  /** In an order that does not depend on the order of the rows. */
  List<T> inKeyOrder() {
    List<Object> keys = new ArrayList<>(byKey.keySet());
    keys.sort(Comparator.comparing(Object::toString));
    return keys.stream().map(byKey::get).toList();
  }
}
