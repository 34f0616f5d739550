package io.qingtu.web.api;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Kinds of pictures that are taken, told by their first bytes whatever their sender calls them. */
enum PictureFormat {
  JPEG("jpg", "image/jpeg", "ffd8ff"),
  PNG("png", "image/png", "89504e470d0a1a0a");

  private final String ending;
  private final String type;
  private final byte[] magic;

  PictureFormat(String ending, String type, String magic) {
    this.ending = ending;
    this.type = type;
    this.magic = HexFormat.of().parseHex(magic);
  }

  static Optional<PictureFormat> of(byte[] content) {
    return Arrays.stream(values()).filter(f -> f.begins(content)).findFirst();
  }

  /** The format whose files end so; a row names no other. */
  static PictureFormat ofEnding(String ending) {
    return ending.equals(PNG.ending) ? PNG : JPEG;
  }

  /** Of a file name. */
  String ending() {
    return ending;
  }

  /** Media type. */
  String type() {
    return type;
  }

  private boolean begins(byte[] content) {
    return content.length > magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }
}
