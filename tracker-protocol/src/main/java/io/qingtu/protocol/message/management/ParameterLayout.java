package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a parameter that is more than one value, in their order. Terminals leave the last
 * ones out and add others: what is there is read as far as it goes.
 */
final class ParameterLayout {
  private enum Form {
    NUMBER,
    TEXT,
    BYTES
  }

  private record Field(String name, Form form, int bytes, String unit) {
    void read(BodyReader in) {
      in.field(name, unit);
      switch (form) {
        case TEXT -> in.paddedText(bytes);
        case BYTES -> in.bytes(bytes);
        case NUMBER -> number(in);
      }
    }

    private void number(BodyReader in) {
      switch (bytes) {
        case Byte.BYTES -> in.u8();
        case Short.BYTES -> in.u16();
        default -> in.u32();
      }
    }
  }

  private final List<Field> fields = new ArrayList<>();
  private String group = "";
  private List<Field> repeated = List.of();

  ParameterLayout u8(String name, String unit) {
    return add(name, Form.NUMBER, Byte.BYTES, unit);
  }

  ParameterLayout u8(String name) {
    return u8(name, "");
  }

  ParameterLayout u16(String name, String unit) {
    return add(name, Form.NUMBER, Short.BYTES, unit);
  }

  ParameterLayout u32(String name, String unit) {
    return add(name, Form.NUMBER, Integer.BYTES, unit);
  }

  ParameterLayout text(String name, int bytes) {
    return add(name, Form.TEXT, bytes, "");
  }

  /** Bytes that have no meaning, or BCD. */
  ParameterLayout bytes(String name, int bytes) {
    return add(name, Form.BYTES, bytes, "");
  }

  /** The fields of another, behind those that are there. */
  ParameterLayout then(ParameterLayout others) {
    fields.addAll(others.fields);
    return this;
  }

  /** What stands as often as there is room for it, behind the fields. */
  ParameterLayout each(String name, ParameterLayout one) {
    group = name;
    repeated = List.copyOf(one.fields);
    return this;
  }

  private ParameterLayout add(String name, Form form, int bytes, String unit) {
    fields.add(new Field(name, form, bytes, unit));
    return this;
  }

  void read(BodyReader in) {
    read(fields, in);
    for (int i = 0; !repeated.isEmpty() && in.remaining() >= length(repeated); i++) {
      in.enter(group, i);
      read(repeated, in);
      in.leave();
    }
    in.field("more").rest();
  }

  private static void read(List<Field> fields, BodyReader in) {
    for (Field field : fields) {
      if (in.remaining() < field.bytes) {
        return;
      }
      field.read(in);
    }
  }

  private static int length(List<Field> fields) {
    return fields.stream().mapToInt(Field::bytes).sum();
  }
}
