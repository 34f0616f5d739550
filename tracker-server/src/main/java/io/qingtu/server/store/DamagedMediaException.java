package io.qingtu.server.store;

/** A file of media is not what was kept: missing, altered or unreadable. */
public final class DamagedMediaException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DamagedMediaException(String sha256, String what) {
    super("the file " + sha256 + " " + what);
  }
}
