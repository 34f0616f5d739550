package io.qingtu.web.export;

import io.qingtu.web.report.Cell;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes a table row by row, so that its length costs no memory. */
public interface RowWriter extends Closeable {
  /** The first line; to be called once, before any row. */
  void head(List<String> titles) throws IOException;

  /**
   * @param cells as many as there are titles
   */
  void row(List<Cell> cells) throws IOException;
}
