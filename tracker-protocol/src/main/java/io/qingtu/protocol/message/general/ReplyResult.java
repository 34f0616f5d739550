package io.qingtu.protocol.message.general;

/** Result (结果) of a general reply; the ordinal is the code on the wire. */
public enum ReplyResult {
  SUCCESS,
  FAILURE,
  BAD_MESSAGE,
  UNSUPPORTED,
  /** platform to terminal only, since 2013 */
  ALARM_HANDLED;

  /** 0–4. */
  public int code() {
    return ordinal();
  }
}
