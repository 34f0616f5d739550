package io.qingtu.route.plan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each vehicle may be asked to do: the cleaning plan's lines, or collection points. */
public final class Duties {
  private final CleaningPlan cleaning;
  private final List<CollectionPoint> points;

  /** Of each crew one task of those that have the same hours. */
  private final Map<Crew, List<DailyTask>> hours = new ConcurrentHashMap<>();

  private record Crew(VehicleKind kind, String company) {}

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

  /** When a vehicle is on duty. */
  public Shift shift(Vehicle vehicle, Parameters numbers) {
    Crew crew = new Crew(vehicle.kind(), vehicle.company());
    return new Shift(hours.computeIfAbsent(crew, c -> Shift.ofDistinctHours(of(vehicle))), numbers);
  }

  /** Whether a vehicle may be asked to serve a collection point. */
  public static boolean collects(Vehicle vehicle, CollectionPoint point) {
    return vehicle.kind() == VehicleKind.COLLECTION_TRUCK
        && (point.contractor().isEmpty() || point.contractor().equals(vehicle.company()));
  }
}
