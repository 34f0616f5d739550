package io.qingtu.web.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A line of hexadecimal digits, cut at its 0x7E marks. Every mark both closes and opens, so that
 * frames may be glued together, share a mark, or have none around them at all.
 */
final class HexLine {
  private static final byte MARK = 0x7e;

  /**
   * What lies between two marks, or outside them.
   *
   * @param marked whether a mark stands on both sides; also true where the line has no mark at all
   */
  record Piece(byte[] bytes, boolean marked) {}

  private HexLine() {}

  /**
   * The pieces that are not empty.
   *
   * @throws IllegalArgumentException if the line is not hexadecimal
   */
  static List<Piece> pieces(String line) {
    byte[] bytes = HexFormat.of().parseHex(line.replaceAll("\\s|0x", ""));
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    boolean opened = false;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == MARK) {
        add(pieces, bytes, from, at, opened);
        from = at + 1;
        opened = true;
      }
    }
    add(pieces, bytes, from, bytes.length, !opened);
    return pieces;
  }

  private static void add(List<Piece> pieces, byte[] bytes, int from, int to, boolean marked) {
    if (to > from) {
      pieces.add(new Piece(Arrays.copyOfRange(bytes, from, to), marked));
    }
  }
}
