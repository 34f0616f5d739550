package io.qingtu.route.sweep;

/**
 * The cells of one segment: equal lengths as near to the nominal cell as the segment's length
 * allows, so that no sliver at its end counts like a whole one.
 */
public record Cells(int count, double length) {
  /** A stretch must reach further than this into a cell to touch it: the noise of arithmetic, m. */
  private static final double TOUCH = 0.05;

  /**
   * @param segmentLength m
   * @param nominal length of a cell, m
   */
  public static Cells of(double segmentLength, double nominal) {
    int count = (int) Math.max(1, Math.round(segmentLength / nominal));
    return new Cells(count, segmentLength / count);
  }

  /** Adds the cells that a stretch touches; one without length touches the cell it lies in. */
  public void addTouched(double from, double to, Intervals target) {
    int first = (int) Math.floor((from + TOUCH) / length);
    int last = (int) Math.floor((to - TOUCH) / length);
    first = Math.max(0, Math.min(count - 1, first));
    last = Math.max(first, Math.min(count - 1, last));
    target.add(first, last + 1);
  }
}
