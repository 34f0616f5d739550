package io.qingtu.server.store;

/** How far a command has come. */
public enum CommandState {
  /** Waits for its terminal, or for the command before it. */
  QUEUED,
  /** On its way, not answered yet. */
  SENT,
  /** The terminal did it, or sent what was asked for. */
  ANSWERED,
  /** The terminal said no, or what it sent is not what was asked for. */
  REFUSED,
  /** Sent as often as is allowed, and no answer. */
  TIMED_OUT,
  /** Its time was over before it could be sent. */
  EXPIRED
}
