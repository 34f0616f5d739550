package io.qingtu.server.store;

import io.qingtu.server.store.Database.RowReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A statement that is put together from parts, each with its own arguments. */
final class Query {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> arguments = new ArrayList<>();

  Query(String sql, Object... arguments) {
    and(sql, arguments);
  }

  Query and(String more, Object... moreArguments) {
    sql.append(more).append('\n');
    arguments.addAll(Arrays.asList(moreArguments));
    return this;
  }

  <T> List<T> list(Database database, RowReader<T> reader) {
    return database.query(sql.toString(), reader, arguments.toArray());
  }

  <T> List<T> list(Connection connection, RowReader<T> reader) throws SQLException {
    return Database.query(connection, sql.toString(), reader, arguments.toArray());
  }

  <T> Optional<T> first(Database database, RowReader<T> reader) {
    return list(database, reader).stream().findFirst();
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
