package io.qingtu.web.server;

import io.qingtu.server.store.Database;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What all tables hold, so that a test can say that nothing has changed. */
final class TableState {
  /** Who signs in or is refused is written down, whatever else happens. */
  private static final Set<String> OF_SIGN_INS = Set.of("session", "audit", "gateway");

  private TableState() {}

  /** Rows and a hash of them by table, those of sign-ins left out. */
  static Map<String, String> of(Database database) {
    Map<String, String> state = new TreeMap<>();
    for (String table :
        database.query(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = 'public' and c.relkind in ('r', 'p')"
                + " and not c.relispartition",
            row -> row.getString(1))) {
      if (!OF_SIGN_INS.contains(table)) {
        state.put(
            table,
            database
                .query(
                    "select count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0)"
                        + " from "
                        + table
                        + " t",
                    row -> row.getString(1))
                .get(0));
      }
    }
    return state;
  }
}
