package io.qingtu.server.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Companies, squads and districts, and which companies are under which district. */
public final class OrganisationQueries {
  /**
   * A company or a district.
   *
   * @param district whether it is one
   */
  public record Organisation(String name, boolean district) {}

  private final Database database;

  public OrganisationQueries(Database database) {
    this.database = database;
  }

  /** The companies that are filed under each district, by its name, in the order of their names. */
  public Map<String, List<String>> districts() {
    Map<String, List<String>> all = new TreeMap<>();
    database
        .query(
            """
            select d.name, array(select c.name from company c where c.district_id = d.id
              order by c.name) under
            from company d where d.kind = 'DISTRICT'\
            """,
            row ->
                Map.entry(
                    row.getString("name"), List.of((String[]) row.getArray("under").getArray())))
        .forEach(e -> all.put(e.getKey(), e.getValue()));
    return all;
  }

  /** The id of a company with vehicles, if it may be seen. */
  public Optional<Integer> operator(String name, Scope scope) {
    return database
        .query(
            "select id from company where kind = 'OPERATOR' and name = ? and (? or id = any(?))",
            row -> row.getInt(1),
            name,
            scope.wholeCity(),
            scope.ids())
        .stream()
        .findFirst();
  }

  /** Those that a report says anything of: districts first, then companies, by name. */
  public List<Organisation> reported() {
    return database.query(
        "select name, kind = 'DISTRICT' district from company where kind in ('DISTRICT', 'OPERATOR')"
            + " order by kind, name",
        row -> new Organisation(row.getString("name"), row.getBoolean("district")));
  }
}
