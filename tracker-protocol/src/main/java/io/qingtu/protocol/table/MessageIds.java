package io.qingtu.protocol.table;

import java.util.Arrays;

/** From id to line of a table; every packet asks, so the answer costs two array reads. */
final class MessageIds<T extends MessageType> {
  private static final int PAGE = 0x100;

  private final Object[][] pages = new Object[PAGE][];

  MessageIds(T[] types) {
    for (T type : types) {
      int page = type.id() / PAGE;
      pages[page] = pages[page] == null ? new Object[PAGE] : pages[page];
      if (pages[page][type.id() % PAGE] != null) {
        throw new IllegalStateException(
            String.format("id 0x%04x twice in %s", type.id(), Arrays.toString(types)));
      }
      pages[page][type.id() % PAGE] = type;
    }
  }

  /** The line of an id, 0–65535; null if there is none. */
  @SuppressWarnings("unchecked")
  T get(int id) {
    Object[] page = pages[id / PAGE];
    return page == null ? null : (T) page[id % PAGE];
  }
}
