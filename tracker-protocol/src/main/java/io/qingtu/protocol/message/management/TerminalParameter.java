package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.FieldLog;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A parameter of a terminal (终端参数项) with its bytes as they stand in the message: vendors have ids
 * and lengths of their own, and none of them is lost.
 *
 * @param id see {@link ParameterType}
 * @param value at most 255 bytes
 */
public record TerminalParameter(long id, Bytes value) {
  private static final int MAX_BYTES = 0xff;

  public TerminalParameter {
    if (value.length() > MAX_BYTES) {
      throw new IllegalArgumentException(
          String.format("parameter 0x%04x of %d bytes, at most 255 fit", id, value.length()));
    }
  }

  /**
   * A parameter that is a number.
   *
   * @throws IllegalArgumentException if the type is none or the number does not fit
   */
  public static TerminalParameter of(ParameterType type, long number) {
    int bytes = type.kind().bytes();
    if (bytes == 0 || number < 0 || number >= 1L << Byte.SIZE * bytes) {
      throw new IllegalArgumentException(number + " is no " + type.kind() + " for " + type);
    }
    BodyWriter out = new BodyWriter();
    for (int shift = Byte.SIZE * (bytes - 1); shift >= 0; shift -= Byte.SIZE) {
      out.u8((int) (number >>> shift) & 0xff);
    }
    return new TerminalParameter(type.id(), out.toBytes());
  }

  /**
   * A parameter that is a text.
   *
   * @throws IllegalArgumentException if the type is none or the text is too long
   */
  public static TerminalParameter of(ParameterType type, String text) {
    if (type.kind() != ParameterType.Kind.STRING) {
      throw new IllegalArgumentException("a text for " + type + ", which is a " + type.kind());
    }
    return new TerminalParameter(type.id(), BodyWriter.encode(text));
  }

  static TerminalParameter decode(BodyReader in) {
    long id = in.field("id").u32();
    int length = in.field("length", "bytes").u8();
    BodyReader part = in.part(length);
    TerminalParameter parameter = new TerminalParameter(id, part.ahead().rest());
    if (part.isHeard()) {
      parameter.read(part);
    }
    return parameter;
  }

  /** Tells the fields of the value: several where the parameter is more than a number or a text. */
  public void tell(FieldLog log) {
    read(new BodyReader(value, log));
  }

  /** Reads the value as what it is, for those who look at the fields. */
  private void read(BodyReader in) {
    Optional<ParameterType> type = type();
    Optional<ParameterLayout> layout =
        type.flatMap(known -> ParameterLayouts.find(known, value.length()));
    if (layout.isPresent()) {
      layout.get().read(in);
      return;
    }
    in.field(
        type.map(ParameterType::valueName).orElse("value"),
        type.map(ParameterType::unit).orElse(""));
    if (number().isEmpty()) {
      if (text().isPresent()) {
        in.text();
      } else {
        in.rest();
      }
      return;
    }
    switch (value.length()) {
      case Byte.BYTES -> in.u8();
      case Short.BYTES -> in.u16();
      case Integer.BYTES -> in.u32();
      default -> in.rest();
    }
  }

  /** The line of the table; empty for vendors' ids. */
  public Optional<ParameterType> type() {
    return ParameterType.find(id);
  }

  /** The value of a BYTE, WORD or DWORD, however long the terminal writes it (1 to 4 bytes). */
  public OptionalLong number() {
    boolean isNumber = type().map(type -> type.kind().bytes() > 0).orElse(false);
    if (!isNumber || value.isEmpty() || value.length() > Integer.BYTES) {
      return OptionalLong.empty();
    }
    long number = 0;
    for (int i = 0; i < value.length(); i++) {
      number = number << Byte.SIZE | value.at(i);
    }
    return OptionalLong.of(number);
  }

  /** The value of a STRING. */
  public Optional<String> text() {
    return type()
        .filter(type -> type.kind() == ParameterType.Kind.STRING)
        .map(type -> new BodyReader(value).text());
  }

  void encode(BodyWriter out) {
    out.u32(id).u8(value.length()).bytes(value);
  }
}
