package io.qingtu.server.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which district watches which company: {@code districts.csv} beside the plan. */
public final class DistrictFile {
  private DistrictFile() {}

  /**
   * The districts by the companies that are filed under them; without a file there are none.
   *
   * @param companies that are known
   * @throws DataSetException where a row cannot be right
   */
  public static Map<String, String> read(Path dir, Set<String> companies) {
    Map<String, String> districts = new TreeMap<>();
    CsvTable.read(
        dir,
        "districts",
        row -> {
          String company = row.required("company");
          String district = row.required("district");
          if (!companies.contains(company)) {
            throw row.wrong("company \"" + company + "\" is in no vehicle file");
          }
          if (companies.contains(district)) {
            throw row.wrong("district \"" + district + "\" is a company");
          }
          String before = districts.putIfAbsent(company, district);
          if (before != null && !before.equals(district)) {
            throw row.wrong("company \"" + company + "\" is under \"" + before + "\" already");
          }
        });
    return districts;
  }
}
