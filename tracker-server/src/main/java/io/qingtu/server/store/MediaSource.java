package io.qingtu.server.store;

/** Why a piece of media came. */
public enum MediaSource {
  /** asked for by the platform */
  COMMAND,
  /** of the terminal's own accord: on a timer, on an event */
  TERMINAL,
  /** evidence of an active-safety alarm, sent as a file */
  ATTACHMENT,
  /** a picture of a gate camera; no terminal has sent it */
  CAMERA
}
