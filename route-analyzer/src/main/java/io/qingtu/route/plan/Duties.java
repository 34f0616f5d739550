package io.qingtu.route.plan;

import java.util.List;

/** What each vehicle may be asked to do: the cleaning plan's lines, or collection points. */
public final class Duties {
  private final CleaningPlan cleaning;
  private final List<CollectionPoint> points;

  public Duties(CleaningPlan cleaning, List<CollectionPoint> points) {
    this.cleaning = cleaning;
    this.points = List.copyOf(points);
  }

  /** The tasks of the vehicle's contractor, and those of none, that its kind can do. */
  public List<DailyTask> of(Vehicle vehicle) {
    if (vehicle.kind() != VehicleKind.COLLECTION_TRUCK) {
      return List.copyOf(cleaning.servedBy(vehicle));
    }
    return points.stream().filter(p -> collects(vehicle, p)).map(p -> (DailyTask) p).toList();
  }

  /** Whether a vehicle may be asked to serve a collection point. */
  public static boolean collects(Vehicle vehicle, CollectionPoint point) {
    return vehicle.kind() == VehicleKind.COLLECTION_TRUCK
        && (point.contractor().isEmpty() || point.contractor().equals(vehicle.company()));
  }
}
