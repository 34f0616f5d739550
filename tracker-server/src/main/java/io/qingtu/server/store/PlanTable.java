package io.qingtu.server.store;

import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Requirement;
import io.qingtu.server.dataset.PlanLayer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Where a layer of the plan stands as it is now. */
record PlanTable<T>(
    PlanLayer<T> layer, String name, Database.RowReader<T> reader, Writing<T> writing) {
  static final PlanTable<Place> PLACES =
      new PlanTable<>(
          PlanLayer.PLACES, "place", PlanRows::place, (c, p) -> new PlanWriter(c).place(p));
  static final PlanTable<PermittedRoute> ROUTES =
      new PlanTable<>(
          PlanLayer.ROUTES, "route", PlanRows::route, (c, r) -> new PlanWriter(c).route(r));
  static final PlanTable<Permit> PERMITS =
      new PlanTable<>(
          PlanLayer.PERMITS, "permit", PlanRows::permit, (c, p) -> new PlanWriter(c).permit(p));

  static final PlanTable<Requirement> REQUIREMENTS =
      new PlanTable<>(
          PlanLayer.REQUIREMENTS,
          "requirement",
          PlanRows::requirement,
          (c, r) -> new PlanWriter(c).requirement(r));
  static final PlanTable<CollectionPoint> COLLECTION_POINTS =
      new PlanTable<>(
          PlanLayer.COLLECTION_POINTS,
          "collection_point",
          PlanRows::collectionPoint,
          (c, p) -> new PlanWriter(c).collectionPoint(p));

  private static final List<PlanTable<?>> ALL =
      List.of(PLACES, ROUTES, PERMITS, REQUIREMENTS, COLLECTION_POINTS);

  /** Puts a thing in the place of the one with its id. */
  interface Writing<T> {
    void write(Connection connection, T thing) throws SQLException;
  }

  static PlanTable<?> of(PlanLayer<?> layer) {
    return ALL.stream().filter(t -> t.layer == layer).findFirst().orElseThrow();
  }

  List<T> all(Connection connection) throws SQLException {
    return Database.query(connection, "select * from " + name + " order by id", reader);
  }

  Optional<T> find(Connection connection, String id) throws SQLException {
    return Database.query(connection, "select * from " + name + " where id = ?", reader, id)
        .stream()
        .findFirst();
  }

  void write(Connection connection, T thing) throws SQLException {
    writing.write(connection, thing);
  }
}
