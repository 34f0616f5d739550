package io.qingtu.route.trip;

/** What the loaded leg of a trip adds up to. */
public final class Leg {
  private double metres;
  private double judgedMetres;
  private double insideMetres;
  private double coverOpenMetres;
  private double coverKnownMetres;
  private double maxSpeedKmh;
  private long coverOpenMillis;
  private long observedMillis;
  private long millis;

  /** A step between two fixes with at most {@code gap_s} between them. */
  public void step(
      double stepMetres,
      long stepMillis,
      double speedKmh,
      boolean coverKnown,
      boolean coverNotClosed) {
    metres += stepMetres;
    millis += stepMillis;
    observedMillis += stepMillis;
    maxSpeedKmh = Math.max(maxSpeedKmh, speedKmh);
    coverOpenMillis += coverNotClosed ? stepMillis : 0;
    coverOpenMetres += coverNotClosed ? stepMetres : 0;
    coverKnownMetres += coverKnown ? stepMetres : 0;
  }

  /** A stretch without fixes: time passes, nothing is known. */
  public void gap(long gapMillis) {
    millis += gapMillis;
  }

  /** Metres that were compared with the permitted routes. */
  public void judged(double stepMetres, boolean inside) {
    judgedMetres += stepMetres;
    insideMetres += inside ? stepMetres : 0;
  }

  public double metres() {
    return metres;
  }

  /** Share of the judged metres inside permitted corridors; NaN where none was judged. */
  public double adherence() {
    return judgedMetres == 0 ? Double.NaN : insideMetres / judgedMetres;
  }

  public double maxSpeedKmh() {
    return maxSpeedKmh;
  }

  public long coverOpenSeconds() {
    return coverOpenMillis / 1000;
  }

  /** Metres of the steps with the cover not closed. */
  public double coverOpenMetres() {
    return coverOpenMetres;
  }

  /** Metres of the steps of which the state of the cover is known. */
  public double coverKnownMetres() {
    return coverKnownMetres;
  }

  /** Share of the time covered by fixes, 0–1. */
  public double observedShare() {
    return millis == 0 ? 1 : (double) observedMillis / millis;
  }
}
