package io.qingtu.server.command;

/** Whoever wants to know what becomes of commands. Called by the desk's thread: take and return. */
@FunctionalInterface
public interface CommandFeed {
  /** The command was asked for, or has come to another state. */
  void changed(long commandId);
}
