package io.qingtu.server.dataset;

import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import io.qingtu.route.scoring.Standards.Entry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** {@code standards.csv}: by which numbers the weekly report judges, from a day on. */
public final class StandardFile {
  private static final String FILE = "standards";

  private StandardFile() {}

  /**
   * Reads the file, which may be missing.
   *
   * @param known what is on file already; what the file says replaces it
   * @throws DataSetException where a row cannot be right, or from some day on numbers would
   *     contradict each other
   */
  public static List<Entry> read(Path dir, Collection<Entry> known) {
    Repeats<Entry> entries = new Repeats<>();
    CsvTable.read(
        dir,
        FILE,
        row -> {
          Entry e = entry(row);
          entries.add(List.of(e.name(), e.from()), e, row::wrong);
        });
    List<Entry> read = entries.inKeyOrder();
    checkDays(read, known);
    return read;
  }

  private static Entry entry(CsvTable.Row row) {
    Standard standard =
        row.parse(
            "name",
            key ->
                Standard.of(key)
                    .orElseThrow(
                        () -> new IllegalArgumentException("\"" + key + "\" is no standard")));
    double value = row.requiredNumber("value");
    try {
      standard.check(value);
    } catch (IllegalArgumentException e) {
      throw row.wrong(e.getMessage());
    }
    return new Entry(standard.key(), row.parse("from", PointFile::day), value);
  }

  /** On each day on which something changes, all that holds then is looked at together. */
  private static void checkDays(List<Entry> read, Collection<Entry> known) {
    List<Entry> all = new ArrayList<>(read);
    known.stream()
        .filter(
            k ->
                read.stream()
                    .noneMatch(e -> e.name().equals(k.name()) && e.from().equals(k.from())))
        .forEach(all::add);
    for (LocalDate day : read.stream().map(Entry::from).distinct().sorted().toList()) {
      try {
        Standards.inForce(all, day);
      } catch (IllegalArgumentException e) {
        throw new DataSetException(FILE + ".csv", "from " + day, e.getMessage());
      }
    }
  }
}
