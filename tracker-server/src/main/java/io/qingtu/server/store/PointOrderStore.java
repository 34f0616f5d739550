package io.qingtu.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Trucks that were sent to collection points while those can still be served (派车). */
public final class PointOrderStore {
  /**
   * What is ordered.
   *
   * @param windowEnd of the window that is to be served
   */
  public record NewOrder(
      String pointId, Instant windowEnd, int vehicleId, int userId, Instant at) {}

  /**
   * An order on file.
   *
   * @param by who sent it
   */
  public record PointOrder(
      String pointId, Instant windowEnd, String plate, String by, Instant at) {}

  private final Database database;

  public PointOrderStore(Database database) {
    this.database = database;
  }

  /**
   * Files an order.
   *
   * @param commandId the text that its driver gets; empty where the vehicle has no terminal
   */
  public void add(NewOrder order, Optional<Long> commandId) {
    database.update(
        "insert into point_order (point_id, window_end, vehicle_id, user_id, at, command_id)"
            + " values (?, ?, ?, ?, ?, ?::bigint)",
        order.pointId(),
        order.windowEnd(),
        order.vehicleId(),
        order.userId(),
        order.at(),
        commandId.orElse(null));
  }

  /** The orders of windows that end in a period, the oldest first; of vehicles that may be seen. */
  public List<PointOrder> between(Instant from, Instant to, Scope scope) {
    return new Query(
            """
            select o.*, v.plate, u.display_name from point_order o
              join vehicle v on v.id = o.vehicle_id join app_user u on u.id = o.user_id where
            """)
        .and(Scope.CONDITION, scope.arguments())
        .and("and o.window_end > ? and o.window_end <= ? order by o.id", from, to)
        .list(
            database,
            r ->
                new PointOrder(
                    r.getString("point_id"),
                    Database.instant(r, "window_end"),
                    r.getString("plate"),
                    r.getString("display_name"),
                    Database.instant(r, "at")));
  }
}
