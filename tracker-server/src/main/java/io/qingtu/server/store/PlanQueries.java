package io.qingtu.server.store;

import io.qingtu.route.plan.Validity;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.store.PlanVersion.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is on file of the plan's layers, with its versions. */
public final class PlanQueries {
  private static final String MINE =
      "(? or %1$s in (select plate from vehicle v where " + Scope.CONDITION + "))";

  private static final String OURS = "(? or %1$s in (select name from company where id = any(?)))";

  private final Database database;

  public PlanQueries(Database database) {
    this.database = database;
  }

  /**
   * What counts now, by id: of permits those of the vehicles that may be seen, of routes those that
   * these permits name, of cleaning requirements and collection points those of the contractors
   * that may be seen, and every place.
   */
  public List<PlanVersion> list(PlanLayer<?> layer, Scope scope) {
    return list(PlanTable.of(layer), Optional.empty(), scope);
  }

  /** One of {@link #list}. */
  public Optional<PlanVersion> find(PlanLayer<?> layer, String id, Scope scope) {
    return list(PlanTable.of(layer), Optional.of(id), scope).stream().findFirst();
  }

  private <T> List<PlanVersion> list(PlanTable<T> table, Optional<String> id, Scope scope) {
    PlanLayer<T> layer = table.layer();
    Query query =
        new Query(
            """
            select o.*, coalesce(n.version, 1) version, n.origin, n.recorded_at, n.reason,
              lower(n.in_force) since, coalesce(u.display_name, '') editor
            from %s o left join plan_version n
              on n.layer = ? and n.object_id = o.id and upper_inf(n.in_force)
            left join app_user u on u.id = n.user_id where\
            """
                .formatted(table.name()),
            layer.name());
    if (layer == PlanLayer.PERMITS) {
      query.and(MINE.formatted("o.plate"), scope.wholeCity()).and("", scope.arguments());
    } else if (layer == PlanLayer.ROUTES) {
      query
          .and(
              "(? or o.id in (select unnest(string_to_array(p.route_ids, ';')) from permit p"
                  + " join vehicle v on v.plate = p.plate where "
                  + Scope.CONDITION
                  + "))",
              scope.wholeCity())
          .and("", scope.arguments());
    } else if (layer.isTask()) {
      query.and(OURS.formatted("o.contractor"), scope.arguments());
    } else {
      query.and("true");
    }
    id.ifPresent(i -> query.and(" and o.id = ?", i));
    return query
        .and(" order by o.id")
        .list(
            database,
            row -> version(row, layer.write(table.reader().read(row)), true, "since", "since"));
  }

  /** Those whose tasks a reader sees who does not see the city. */
  public Set<String> contractors(Scope scope) {
    return Set.copyOf(
        new Query("select name from company where id = any(?)", (Object) scope.ids())
            .list(database, row -> row.getString("name")));
  }

  /** All that a thing was, the newest in front. */
  public List<PlanVersion> versions(PlanLayer<?> layer, String id, Scope scope) {
    return new Query(
            """
            select n.*, lower(in_force) since, upper(in_force) until, isempty(in_force) corrected,
              coalesce(u.display_name, '') editor
            from plan_version n left join app_user u on u.id = n.user_id
            where layer = ? and object_id = ? and (layer <> 'PERMITS' or\
            """,
            layer.name(),
            id)
        .and(MINE.formatted("content #>> '{columns,plate}'"), scope.wholeCity())
        .and("", scope.arguments())
        .and(") and (not ? or", layer.isTask())
        .and(OURS.formatted("content #>> '{columns,contractor}'"), scope.arguments())
        .and(") order by version desc")
        .list(
            database,
            row ->
                version(
                    row,
                    PlanRow.parse(row.getString("content")),
                    !row.getBoolean("corrected"),
                    "since",
                    "until"));
  }

  private static PlanVersion version(
      ResultSet row, PlanRow content, boolean counted, String from, String to) throws SQLException {
    String origin = row.getString("origin");
    Validity period = PlanVersions.period(row, from, to);
    return new PlanVersion(
        row.getInt("version"),
        origin == null ? Origin.FILE : Origin.valueOf(origin),
        content,
        counted,
        period.from(),
        period.to(),
        Database.instant(row, "recorded_at"),
        row.getString("editor"),
        row.getString("reason") == null ? "" : row.getString("reason"));
  }
}
