package io.qingtu.server.dataset;

import java.nio.file.Path;
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

  /**
   * All rows of a CSV file, in any order and repeated; the same key twice with different content
   * cannot be right.
   *
   * @param name of the file, without its ending
   * @param key column of the key; null where the whole row is its own
   */
  static <T> List<T> rows(Path dir, String name, String key, Function<CsvTable.Row, T> make) {
    Repeats<T> repeats = new Repeats<>();
    CsvTable.read(
        dir,
        name,
        row -> {
          T made = make.apply(row);
          repeats.add(key == null ? made : row.text(key), made, row::wrong);
        });
    return repeats.inKeyOrder();
  }

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
