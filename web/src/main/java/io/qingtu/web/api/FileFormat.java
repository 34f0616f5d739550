package io.qingtu.web.api;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Kinds of files that are taken, told by their first bytes whatever their sender calls them. */
enum FileFormat {
  JPEG("jpg", "image/jpeg", "ffd8ff"),
  PNG("png", "image/png", "89504e470d0a1a0a"),
  PDF("pdf", "application/pdf", "255044462d");

  private final String ending;
  private final String type;
  private final byte[] magic;

  FileFormat(String ending, String type, String magic) {
    this.ending = ending;
    this.type = type;
    this.magic = HexFormat.of().parseHex(magic);
  }

  /** Of a picture or a paper. */
  static Optional<FileFormat> of(byte[] content) {
    return Arrays.stream(values()).filter(f -> f.begins(content)).findFirst();
  }

  /** Of a picture; empty where it is none. */
  static Optional<FileFormat> picture(byte[] content) {
    return of(content).filter(f -> f != PDF);
  }

  /** The format whose files end so; a row names no other. */
  static FileFormat ofEnding(String ending) {
    return Arrays.stream(values()).filter(f -> f.ending.equals(ending)).findFirst().orElse(JPEG);
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
