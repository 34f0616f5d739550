package io.qingtu.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.config.ConfigReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The connections to PostgreSQL, and the three ways in which the stores use them. */
public final class Database implements AutoCloseable {
  private static final String EMBEDDED = "embedded:";

  private static final int ANSWER_SECONDS = 2;

  /** Rows of a statement that go to the server together. */
  private static final int BATCH = 500;

  /**
   * @param url JDBC URL, or {@code embedded:FOLDER} for a server of our own whose data lies there
   * @param connections most connections at once
   * @param hypertable whether positions become a TimescaleDB hypertable where the server has the
   *     extension; false keeps PostgreSQL's own partitions
   */
  public record Config(
      String url, String user, String password, int connections, boolean hypertable) {
    public static Config read(ConfigReader in) {
      return new Config(
          in.text("database.url"),
          in.text("database.user", "postgres"),
          in.text("database.password", ""),
          in.number("database.connections", 12, 2, 500),
          in.flag("database.hypertable", true));
    }

    /** Whether the server is ours, to be started and stopped. */
    boolean isEmbedded() {
      return url.startsWith(EMBEDDED);
    }

    /** A database at a URL that carries its user, all else as by default. */
    public static Config of(String url) {
      return new Config(url, "", "", 12, true);
    }
  }

  /** Turns the current row into a value. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something done with one connection. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private final Optional<EmbeddedDatabase> embedded;
  private final HikariDataSource pool;
  private final boolean hypertable;

  /**
   * Starts the embedded server where one is asked for, brings the schema up to date, opens the
   * pool.
   *
   * @throws StoreException where the server cannot be reached, or goes away meanwhile
   */
  public Database(Config config) {
    embedded =
        config.isEmbedded()
            ? Optional.of(
                EmbeddedDatabase.start(Path.of(config.url().substring(EMBEDDED.length()))))
            : Optional.empty();
    try {
      pool = new HikariDataSource(pool(config));
      hypertable = migrated(config);
    } catch (RuntimeException e) {
      embedded.ifPresent(EmbeddedDatabase::close);
      throw asStoreException(e);
    }
  }

  private boolean migrated(Config config) {
    try {
      return new Migrations(pool, config.hypertable()).run();
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** What pool and migrations wrap is told as what it is. */
  private static RuntimeException asStoreException(RuntimeException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal) {
        return new StoreException("opening the database", refusal);
      }
    }
    return e;
  }

  /** Whether it answers now, which it may take some seconds to find out. */
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Lets the pool count: connections in use and waited for, and how long. */
  public void countIn(MeterRegistry meters) {
    pool.setMetricRegistry(meters);
  }

  private HikariConfig pool(Config config) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("store");
    pool.setJdbcUrl(embedded.map(EmbeddedDatabase::url).orElse(config.url()));
    if (embedded.isEmpty() && !config.user().isEmpty()) {
      pool.setUsername(config.user());
      pool.setPassword(config.password());
    }
    pool.setMaximumPoolSize(config.connections());
    pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    pool.setAutoCommit(true);
    // a server that vanishes without a word is noticed
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("ApplicationName", "qingtu");
    return pool;
  }

  /** Whether positions lie in a TimescaleDB hypertable rather than in PostgreSQL's partitions. */
  public boolean hypertable() {
    return hypertable;
  }

  /**
   * @param arguments Instants, numbers, texts, arrays of text, bytes; null is SQL's null
   */
  public <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
    return reading(sql, c -> query(c, sql, reader, arguments));
  }

  /** As {@link #query(String, RowReader, Object...)} inside a transaction. */
  public static <T> List<T> query(
      Connection connection, String sql, RowReader<T> reader, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    }
  }

  /** The rows it changed. */
  public int update(String sql, Object... arguments) {
    return with(sql, c -> update(c, sql, arguments));
  }

  /** As {@link #update(String, Object...)} inside a transaction. */
  public static int update(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    }
  }

  /** The same statement for each of many rows, in few trips to the server; inside a transaction. */
  public static <T> void updateAll(
      Connection connection, String sql, Collection<T> rows, Function<T, Object[]> arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (T row : rows) {
        bind(statement, arguments.apply(row));
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    }
  }

  /** Reads with one connection, as {@link ReadAs} says; in a transaction where it is bound. */
  public <T> T reading(String doing, Work<T> work) {
    if (!ReadAs.isBound()) {
      return with(doing, work);
    }
    return inTransaction(
        doing,
        connection -> {
          ReadAs.bind(connection);
          return work.with(connection);
        });
  }

  /** As {@link #query(String, RowReader, Object...)} for a statement that writes. */
  public <T> List<T> updateReturning(String sql, RowReader<T> reader, Object... arguments) {
    return with(sql, c -> query(c, sql, reader, arguments));
  }

  /** All or nothing; whoever asks for it, by the server's own rights. */
  public <T> T inTransaction(String doing, Work<T> work) {
    return with(
        doing,
        connection -> {
          connection.setAutoCommit(false);
          try {
            T result = work.with(connection);
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
          }
        });
  }

  /** A moment as a column holds it; null stays null, PostgreSQL's infinity is the last Instant. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    if (time == null) {
      return null;
    }
    if (time.equals(OffsetDateTime.MIN)) {
      return Instant.MIN;
    }
    return time.equals(OffsetDateTime.MAX) ? Instant.MAX : time.toInstant();
  }

  private static OffsetDateTime column(Instant time) {
    if (time.equals(Instant.MIN)) {
      return OffsetDateTime.MIN;
    }
    return time.equals(Instant.MAX) ? OffsetDateTime.MAX : time.atOffset(ZoneOffset.UTC);
  }

  /** A number as a column holds it; null becomes NaN. */
  public static double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  /** NaN becomes null. */
  public static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  @Override
  public void close() {
    pool.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }

  private <T> T with(String doing, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      try {
        return work.with(connection);
      } catch (SQLException e) {
        if (isBroken(e)) {
          // the pool does not see what COPY does behind its back, and would hand it out again
          pool.evictConnection(connection);
        }
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException(doing, e);
    }
  }

  /** Whether the connection itself failed: SQLSTATE class 08, or ended by the server (57P). */
  private static boolean isBroken(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object[] arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      bind(statement, arguments);
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      statement.setObject(index, column(instant));
    } else if (value instanceof LocalDate date) {
      statement.setObject(index, date);
    } else if (value instanceof String[] texts) {
      statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
    } else if (value instanceof Integer[] numbers) {
      statement.setArray(index, statement.getConnection().createArrayOf("int4", numbers));
    } else if (value instanceof Long[] numbers) {
      statement.setArray(index, statement.getConnection().createArrayOf("int8", numbers));
    } else if (value instanceof Enum<?> name) {
      statement.setString(index, name.name());
    } else {
      statement.setObject(index, value);
    }
  }
}
