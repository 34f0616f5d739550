package io.qingtu.route.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things at points of the plane, found by where they are. */
public final class Spots<T> {
  private record Cell(long column, long row) {}

  private record Spot<T>(double x, double y, T thing) {}

  private final double radius;
  private final Map<Cell, List<Spot<T>>> cells = new HashMap<>();

  /**
   * @param radius within which is looked, m
   */
  public Spots(double radius) {
    this.radius = radius;
  }

  public void add(double x, double y, T thing) {
    cells.computeIfAbsent(cell(x, y, 0, 0), k -> new ArrayList<>()).add(new Spot<>(x, y, thing));
  }

  /** What lies within the radius of a point; cell by cell, in each in the order of addition. */
  public List<T> near(double x, double y) {
    List<T> near = new ArrayList<>();
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (Spot<T> s : cells.getOrDefault(cell(x, y, i, j), List.of())) {
          if (Planar.distance(x, y, s.x, s.y) <= radius) {
            near.add(s.thing);
          }
        }
      }
    }
    return near;
  }

  private Cell cell(double x, double y, int right, int up) {
    return new Cell((long) Math.floor(x / radius) + right, (long) Math.floor(y / radius) + up);
  }
}
