package io.qingtu.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Vehicles that were sent to roads while a window runs (派车). */
public final class RoadOrderStore {
  /**
   * What is ordered.
   *
   * @param windowEnd by which the road is to be done
   */
  public record NewOrder(
      String road, String contractor, Instant windowEnd, int vehicleId, int userId, Instant at) {}

  /**
   * An order on file.
   *
   * @param by who sent it
   */
  public record RoadOrder(
      String road, String contractor, Instant windowEnd, String plate, String by, Instant at) {}

  private static final String SELECT =
      """
      select o.*, v.plate, u.display_name from road_order o join vehicle v on v.id = o.vehicle_id
        join app_user u on u.id = o.user_id where
      """;

  private final Database database;

  public RoadOrderStore(Database database) {
    this.database = database;
  }

  /**
   * Files an order.
   *
   * @param commandId the text that its driver gets; empty where the vehicle has no terminal
   */
  public void add(NewOrder order, Optional<Long> commandId) {
    database.update(
        "insert into road_order (road, contractor, window_end, vehicle_id, user_id, at, command_id)"
            + " values (?, ?, ?, ?, ?, ?, ?::bigint)",
        order.road(),
        order.contractor(),
        order.windowEnd(),
        order.vehicleId(),
        order.userId(),
        order.at(),
        commandId.orElse(null));
  }

  /** The orders whose windows end in a period, the oldest first; of vehicles that may be seen. */
  public List<RoadOrder> between(Instant from, Instant to, Scope scope) {
    return new Query(SELECT)
        .and(Scope.CONDITION, scope.arguments())
        .and("and o.window_end > ? and o.window_end <= ? order by o.id", from, to)
        .list(
            database,
            r ->
                new RoadOrder(
                    r.getString("road"),
                    r.getString("contractor"),
                    Database.instant(r, "window_end"),
                    r.getString("plate"),
                    r.getString("display_name"),
                    Database.instant(r, "at")));
  }
}
