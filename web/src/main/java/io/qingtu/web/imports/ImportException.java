package io.qingtu.web.imports;

/** A file as a whole that is not taken. */
public final class ImportException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ImportException(String why) {
    super(why, null, false, false);
  }
}
