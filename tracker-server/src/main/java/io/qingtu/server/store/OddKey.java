package io.qingtu.server.store;

/**
 * One thing that terminals send and that is not understood as it stands.
 *
 * @param id of the message or item, or type of the transparent data; 0 where there is none
 * @param length bytes; {@link #ANY_LENGTH} where lengths are not told apart
 * @param detail one of a few fixed words, or empty
 */
public record OddKey(Kind kind, int id, int length, String detail) {
  public static final int ANY_LENGTH = -1;

  /** Where more kinds of things came than are kept. */
  public static final OddKey OVERFLOW = new OddKey(Kind.OVERFLOW, 0, ANY_LENGTH, "");

  /** What is odd. The names stand in the database and in the API. */
  public enum Kind {
    /** a message whose id is not in the table */
    MESSAGE,
    /** an additional item whose id is in no table */
    ITEM,
    /** an additional item of a known id with a length that has no meaning */
    ITEM_LENGTH,
    /** transparent data, 0x0900, of an unknown type */
    TRANSPARENT,
    /** bytes behind the end of a message */
    TRAILING,
    /** a good frame, once something was overlooked */
    DEVIATION,
    /** a good frame with a body that cannot be read */
    MALFORMED,
    /** bytes between two marks that are no frame */
    FRAME,
    /** more things than are kept apart */
    OVERFLOW
  }
}
