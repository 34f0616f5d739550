package io.qingtu.route.plan;

/**
 * How far two plates are apart as cameras misread them: edits, of which a confusion of characters
 * that look alike costs little (B3).
 */
public final class PlateDistance {
  private static final String[] LOOK_ALIKE = {"0ODQ", "1I", "2Z", "5S", "8B"};
  private static final double EDIT = 1;

  private final double alike;
  private final double province;

  public PlateDistance(Parameters p) {
    alike = p.get(Parameter.PLATE_ALIKE);
    province = p.get(Parameter.PLATE_PROVINCE);
  }

  /** 0 for the same plate; more than {@code limit} for any that are farther apart than it. */
  public double between(String a, String b, double limit) {
    if (a.equals(b)) {
      return 0;
    }
    if (Math.abs(a.length() - b.length()) * EDIT > limit) {
      return Double.MAX_VALUE;
    }
    double[] above = new double[b.length() + 1];
    double[] row = new double[b.length() + 1];
    for (int j = 1; j <= b.length(); j++) {
      above[j] = j * EDIT;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i * EDIT;
      double least = row[0];
      for (int j = 1; j <= b.length(); j++) {
        double changed = above[j - 1] + change(a.charAt(i - 1), b.charAt(j - 1), i == 1 && j == 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + EDIT);
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return Double.MAX_VALUE;
      }
      double[] swap = above;
      above = row;
      row = swap;
    }
    return above[b.length()];
  }

  private double change(char a, char b, boolean first) {
    if (a == b) {
      return 0;
    }
    if (first && a > 0x7f && b > 0x7f) {
      return province;
    }
    for (String group : LOOK_ALIKE) {
      if (group.indexOf(a) >= 0 && group.indexOf(b) >= 0) {
        return alike;
      }
    }
    return EDIT;
  }
}
