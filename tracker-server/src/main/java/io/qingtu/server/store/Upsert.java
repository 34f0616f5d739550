package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One row that is inserted, or replaces the row with the same key. */
final class Upsert {
  private final String table;
  private final List<String> key;
  private final List<String> columns = new ArrayList<>();
  private final List<String> expressions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /**
   * @param key the columns of a unique constraint
   */
  Upsert(String table, String... key) {
    this.table = table;
    this.key = Arrays.asList(key);
  }

  Upsert set(String column, Object value) {
    return set(column, "?", value);
  }

  /**
   * @param expression with one {@code ?} for the value
   */
  Upsert set(String column, String expression, Object value) {
    columns.add(column);
    expressions.add(expression);
    values.add(value);
    return this;
  }

  void run(Connection connection) throws SQLException {
    String replaced =
        columns.stream()
            .filter(c -> !key.contains(c))
            .map(c -> c + " = excluded." + c)
            .collect(Collectors.joining(", "));
    Database.update(
        connection,
        "insert into %s (%s) values (%s) on conflict (%s) do update set %s"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", expressions),
                String.join(", ", key),
                replaced),
        values.toArray());
  }
}
