package io.qingtu.server.dataset;

/** A data set that cannot be right; the message names the file, the row and the reason. */
public final class DataSetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String reason;

  /**
   * @param file name of the file
   * @param where row or feature, as "row 3"; empty where the whole file is meant
   */
  public DataSetException(String file, String where, String reason) {
    super(where.isEmpty() ? file + ": " + reason : file + ", " + where + ": " + reason);
    this.where = where;
    this.reason = reason;
  }

  /** The row or feature; empty where the whole file is meant. */
  public String where() {
    return where;
  }

  /** What is wrong with it. */
  public String reason() {
    return reason;
  }
}
