package io.qingtu.protocol.message.text;

import java.util.List;

/** What becomes of a terminal's list (设置类型); the ordinal is the code on the wire. */
public enum ListAction {
  /** nothing follows */
  DELETE_ALL,
  /** the list is what follows */
  REPLACE,
  APPEND,
  MODIFY,
  /** events only */
  DELETE_SOME;

  private static final int MAX_ITEMS = 0xff;

  /** 0–4. */
  public int code() {
    return ordinal();
  }

  static void requireCountable(List<?> items) {
    if (items.size() > MAX_ITEMS) {
      throw new IllegalArgumentException(items.size() + " items, at most " + MAX_ITEMS + " fit");
    }
  }
}
