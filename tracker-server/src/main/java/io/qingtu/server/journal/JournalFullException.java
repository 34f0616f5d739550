package io.qingtu.server.journal;

import java.io.IOException;

/** The journal may not grow any more: nothing was written. */
public final class JournalFullException extends IOException {
  private static final long serialVersionUID = 1L;

  JournalFullException(String message) {
    super(message);
  }
}
