package io.qingtu.protocol.field;

/** Hears of every field that a {@link BodyReader} reads: for people who look into packets. */
public interface FieldLog {
  /**
   * One field.
   *
   * @param name as the decoder calls it, empty where it has none
   * @param unit empty where there is none
   * @param offset of its first byte, from the begin of the array that the reader reads
   * @param value as read: a number, text, {@link Bytes} or {@link DeviceTime}
   */
  void field(String name, String unit, int offset, int length, Object value);

  /**
   * The fields that follow belong to one of several alike.
   *
   * @param index from 0
   */
  void enter(String name, int index);

  /** Ends the last {@link #enter}. */
  void leave();
}
