package io.qingtu.server.store;

/** What became of something that one person asks for and another decides on. */
public enum Decision {
  APPROVED,
  REJECTED,
  /** By who has asked for it. */
  WITHDRAWN
}
