package io.qingtu.web.packet;

import java.util.List;

/**
 * A packet, explained byte by byte.
 *
 * @param ok whether it is good; a bad one is explained as far as it goes
 * @param joined whether this is no packet of its own but the message that sub-packages make; its
 *     bytes are the joined bodies
 * @param message which one it is
 * @param hex the bytes that the offsets count, without marks and escapes
 * @param rows in the order of the bytes
 * @param readings what the terminal's profile reads from a location
 * @param deviations what had to be overlooked, by name
 * @param errors in the order of their places
 */
public record PacketAnnotation(
    boolean ok,
    boolean joined,
    Message message,
    String hex,
    List<Row> rows,
    List<Reading> readings,
    List<String> deviations,
    List<Problem> errors) {

  /**
   * What the tables know of a message; a text that nothing is known of is empty.
   *
   * @param id as {@code 0x0200}
   * @param name of the record
   * @param title the standard's name
   * @param clause where the standard describes it
   * @param version the issue that header or body follow, as {@code 2013}
   */
  public record Message(String id, String name, String title, String clause, String version) {}

  /** Parts of a frame. */
  public enum Section {
    HEADER,
    BODY,
    CHECKSUM
  }

  /**
   * A run of bytes and what it says.
   *
   * @param from offset of its first byte
   * @param to offset behind its last byte
   * @param wireFrom the same with escapes counted; as {@code from} where there are none before
   * @param detail whether the row explains bytes of the row above once more
   * @param bits of the number that a detail is about, empty where it is about all of them
   * @param path name of the field, as {@code items[2].mileage}
   * @param value as people write it; empty where the bytes are their own value
   * @param unit empty where there is none
   */
  public record Row(
      Section section,
      int from,
      int to,
      int wireFrom,
      int wireTo,
      String hex,
      boolean detail,
      String bits,
      String path,
      String value,
      String unit) {}

  /** A state that a terminal's profile reads, as {@code cover} and {@code OPEN}. */
  public record Reading(String name, String value) {}

  /**
   * Something that is wrong.
   *
   * @param error code of a reason
   * @param from offset of the first byte that it is about
   * @param to offset behind the last; as {@code from} where bytes are missing
   */
  public record Problem(String error, String detail, int from, int to) {}

  public PacketAnnotation {
    rows = List.copyOf(rows);
    readings = List.copyOf(readings);
    deviations = List.copyOf(deviations);
    errors = List.copyOf(errors);
  }
}
