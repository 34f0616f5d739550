package io.qingtu.web.report;

/** Titles of the report's sections. */
final class Sections {
  private static final String[] TITLES = {
    "", "", "二、数据质量", "三、渣土运输", "四、环卫作业", "五、案件闭环", "六、报警质量", "七、评分与红黑榜", "八、重点案例"
  };

  private static final String APPENDICES = "附件";

  private Sections() {}

  /**
   * The section that a table stands in.
   *
   * @param table its number, as 3.4
   */
  static String of(String table) {
    char first = table.charAt(0);
    return first >= '1' && first <= '8' ? TITLES[first - '0'] : APPENDICES;
  }

  /** Whether a table stands behind the last section. */
  static boolean isAppendix(Table table) {
    return of(table.section()).equals(APPENDICES);
  }
}
