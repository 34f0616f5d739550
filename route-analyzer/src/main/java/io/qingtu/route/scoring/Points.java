package io.qingtu.route.scoring;

/** What a violation costs each of those who answer for it; negative where it is taken back. */
public record Points(int company, int vehicle, int driver) {
  public static final Points NONE = new Points(0, 0, 0);

  public boolean isNone() {
    return equals(NONE);
  }

  public Points plus(Points other) {
    return new Points(company + other.company, vehicle + other.vehicle, driver + other.driver);
  }

  public Points negated() {
    return new Points(-company, -vehicle, -driver);
  }
}
