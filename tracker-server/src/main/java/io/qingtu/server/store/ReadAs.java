package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Whose eyes a thread reads with. What somebody asks for who sees less than the city is read as a
 * role of the database that row-level security binds to his or her organisations, so that a query
 * that forgets its {@link Scope} shows nothing more. Writes are the server's own.
 */
public final class ReadAs {
  private static final ThreadLocal<Scope> SCOPE = ThreadLocal.withInitial(() -> Scope.CITY);

  private ReadAs() {}

  /** Does something; what it reads on this thread it reads within the scope. */
  public static <T> T call(Scope scope, Callable<T> work) throws Exception {
    Scope before = SCOPE.get();
    SCOPE.set(scope);
    try {
      return work.call();
    } finally {
      SCOPE.set(before);
    }
  }

  /** As {@link #call}, for what throws nothing that must be caught. */
  static <T> T get(Scope scope, Supplier<T> work) {
    Scope before = SCOPE.get();
    SCOPE.set(scope);
    try {
      return work.get();
    } finally {
      SCOPE.set(before);
    }
  }

  /** Whether this thread's reads are bound at all. */
  static boolean isBound() {
    return !SCOPE.get().wholeCity();
  }

  /** Makes a connection read within this thread's scope until its transaction ends. */
  static void bind(Connection connection) throws SQLException {
    Scope scope = SCOPE.get();
    try (Statement statement = connection.createStatement()) {
      // numbers and constants only; in one trip to the server
      statement.execute(
          "set local search_path = qingtu_reader, public; set local qingtu.companies = '"
              + scope.companiesLiteral()
              + "'; set local qingtu.squad = '"
              + (scope.reach() == Scope.Reach.SQUAD)
              + "'; set local role qingtu_reader");
    }
  }
}
