package io.qingtu.server.store;

/** What a piece of media is, for those who show it. */
public enum MediaKind {
  IMAGE,
  AUDIO,
  VIDEO,
  TEXT,
  OTHER
}
