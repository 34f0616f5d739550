package io.qingtu.protocol.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.item.AdditionalItem;
import io.qingtu.protocol.message.item.AdditionalItems;
import io.qingtu.protocol.message.item.Mileage;
import io.qingtu.protocol.message.item.Satellites;
import java.util.List;
import java.util.function.Function;

/** Items: never malformed, and their records, numbers and bytes say the same. */
public final class ItemsTarget {
  private ItemsTarget() {}

  /** Loads what is loaded once, so that no input is charged with it. */
  public static void fuzzerInitialize() {
    Seeds.items().forEach(ItemsTarget::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    Bytes all = Bytes.copyOf(input);
    BodyReader in = new BodyReader(all);
    AdditionalItems items = AdditionalItems.decode(in);
    Bytes trailing = in.rest();
    assertEquals(all.length(), items.bytes().length() + trailing.length());
    assertEquals(all.slice(0, items.bytes().length()), items.bytes());

    List<AdditionalItem> records = List.copyOf(items);
    assertEquals(items.size(), records.size());
    assertEquals(items.bytes(), AdditionalItems.of(records).bytes());
    assertEquals(first(records, Mileage.class, -1L, Mileage::deciKm), items.mileageDeciKm());
    assertEquals(first(records, Satellites.class, -1, Satellites::count), items.satellites());
    for (AdditionalItem item : records) {
      assertEquals(
          records.stream().filter(i -> i.id() == item.id()).findFirst().map(AdditionalItem::value),
          items.value(item.id()));
    }
  }

  private static <I, N> N first(
      List<AdditionalItem> items, Class<I> kind, N none, Function<I, N> number) {
    return items.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .map(number)
        .orElse(none);
  }
}
