package io.qingtu.web.export;

import io.qingtu.server.store.Permission;
import io.qingtu.server.store.Scope;
import io.qingtu.web.report.Cell;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A table that can be exported.
 *
 * @param name in addresses
 * @param title for people, also of its sheet
 * @param columns titles
 * @param needs what somebody must be allowed who wants it
 * @param rows hands on its rows one by one
 */
public record ExportTable(
    String name, String title, List<String> columns, Set<Permission> needs, Rows rows) {

  /**
   * What is asked for.
   *
   * @param from first moment; a table that has no time of its own is given whole
   * @param to first moment that is no longer meant
   */
  public record Wish(Instant from, Instant to, Scope scope) {}

  /** Takes a row. */
  public interface Sink {
    void row(List<Cell> cells) throws IOException;
  }

  /** Reads a table in portions, never as a whole. */
  public interface Rows {
    void each(Wish wish, Sink sink) throws IOException;
  }
}
