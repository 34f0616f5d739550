package io.qingtu.protocol.message.transparent;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A count, and for each peripheral its id, a length and what has this length: T/JSATL 12, 4.2. */
final class PeripheralList {
  /** Reads what has the length. */
  @FunctionalInterface
  interface Item<T> {
    T decode(int peripheral, BodyReader in);
  }

  private PeripheralList() {}

  static <T> List<T> list(BodyReader in, Item<T> decoder) {
    return in.list("peripherals", in.field("count").u8(), item -> item(item, decoder));
  }

  private static <T> T item(BodyReader in, Item<T> decoder) {
    int peripheral = in.field("peripheral").u8();
    BodyReader content = in.part(in.field("length", "bytes").u8());
    T item = decoder.decode(peripheral, content);
    content.field("extra").rest();
    return item;
  }

  /** The items of a content; empty if it is cut or goes on behind them: users' types are free. */
  static <T> Optional<List<T>> read(Bytes content, Function<BodyReader, List<T>> items) {
    BodyReader in = new BodyReader(content);
    try {
      List<T> list = items.apply(in);
      return in.remaining() == 0 ? Optional.of(list) : Optional.empty();
    } catch (MalformedException another) {
      return Optional.empty();
    }
  }
}
