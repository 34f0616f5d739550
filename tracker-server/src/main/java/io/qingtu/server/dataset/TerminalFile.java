package io.qingtu.server.dataset;

import io.qingtu.server.profile.Profiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The terminals of a city: {@code terminals.csv} with phone, plate and profile, beside its plan.
 */
public final class TerminalFile {
  private static final int LONGEST_PHONE = 20;

  /**
   * A terminal that may connect.
   *
   * @param phone digits without leading zeros
   */
  public record Entry(String phone, String plate, String profile) {}

  private TerminalFile() {}

  /**
   * Reads the file; without one there are no terminals. An empty profile is the standard's.
   *
   * @param plates vehicles that are known
   * @param profiles names that are known
   * @throws DataSetException where a row cannot be right
   */
  public static List<Entry> read(Path dir, Set<String> plates, Set<String> profiles) {
    Repeats<Entry> repeats = new Repeats<>();
    CsvTable.read(
        dir,
        "terminals",
        row -> {
          Entry entry = new Entry(phone(row), row.required("plate"), profile(row));
          if (!plates.contains(entry.plate)) {
            throw row.wrong("plate \"" + entry.plate + "\" is in no vehicle file");
          }
          if (!profiles.contains(entry.profile)) {
            throw row.wrong(
                "unknown profile \"" + entry.profile + "\"; known: " + new TreeSet<>(profiles));
          }
          repeats.add(entry.phone, entry, row::wrong);
        });
    return repeats.inKeyOrder();
  }

  private static String phone(CsvTable.Row row) {
    String phone = row.required("phone").replaceFirst("^0+(?=.)", "");
    if (!phone.matches("\\d{1," + LONGEST_PHONE + "}")) {
      throw row.wrong("phone \"" + phone + "\" is not up to " + LONGEST_PHONE + " digits");
    }
    return phone;
  }

  private static String profile(CsvTable.Row row) {
    String profile = row.text("profile");
    return profile.isEmpty() ? Profiles.STANDARD : profile;
  }
}
