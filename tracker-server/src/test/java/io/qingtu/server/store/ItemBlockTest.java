package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class ItemBlockTest {
  private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

  @Test
  void givesBackWhatItWasMadeOfByVehicle() {
    List<RawItem> items =
        List.of(
            item(Integer.MAX_VALUE, NOON, NOON.plusMillis(1), "310109"),
            item(7, NOON, NOON.plusMillis(1500), "01040000007f"),
            item(7, NOON.plusSeconds(10), NOON.plusSeconds(9), "300180"), // the clock is ahead
            item(1, NOON.minusSeconds(20 * 86_400), NOON, "ff".repeat(900)));
    assertSame(List.of(items.get(3), items.get(1), items.get(2), items.get(0)), items);
  }

  /** The unit of the times is the block's: a single odd one makes it finer. */
  @Test
  void keepsMicroseconds() {
    List<RawItem> items =
        List.of(
            item(1, NOON, NOON.plusMillis(3), "3001"),
            item(2, NOON.plusNanos(999_999_000), NOON.plusNanos(1000), "3002"));
    assertSame(items, items);
    List<RawItem> before1970 =
        List.of(item(1, Instant.parse("1969-12-31T23:59:59.999999Z"), NOON, "30"));
    assertSame(before1970, before1970);
  }

  @Test
  void readsTheFormOfBefore() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(1);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(1);
      out.writeInt(9);
      out.writeLong(1_000_001);
      out.writeLong(2_000_000);
      out.writeInt(2);
      out.write(new byte[] {0x30, 0x01});
    }
    RawItem read = ItemBlock.decode(bytes.toByteArray()).get(0);
    assertEquals(9, read.vehicleId());
    assertEquals(Instant.ofEpochSecond(1, 1000), read.time());
    assertEquals(Instant.ofEpochSecond(2), read.received());
    assertArrayEquals(new byte[] {0x30, 0x01}, read.items());
  }

  @Test
  void refusesAnotherFormAndABlockThatIsCutOff() {
    byte[] block = ItemBlock.encode(List.of(item(1, NOON, NOON, "310109")));
    byte[] later = block.clone();
    later[0] = 3;
    assertTrue(
        assertThrows(UncheckedIOException.class, () -> ItemBlock.decode(later))
            .getCause()
            .getMessage()
            .contains("form 3"));
    assertThrows(
        UncheckedIOException.class, () -> ItemBlock.decode(Arrays.copyOf(block, block.length / 2)));
  }

  @Test
  void hardlyGrowsWithFixesThatSayTheSame() {
    List<RawItem> one = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Instant time = NOON.plusSeconds(10L * i);
      one.add(item(3, time, time.plusSeconds(1), "0104000012343102050a300118"));
    }
    assertTrue(ItemBlock.encode(one).length < 1000);
  }

  private static void assertSame(List<RawItem> expected, List<RawItem> encoded) {
    List<RawItem> decoded = ItemBlock.decode(ItemBlock.encode(encoded));
    assertEquals(texts(expected), texts(decoded));
  }

  private static List<String> texts(List<RawItem> items) {
    return items.stream()
        .map(
            i ->
                i.vehicleId()
                    + " "
                    + i.time()
                    + " "
                    + i.received()
                    + " "
                    + HexFormat.of().formatHex(i.items()))
        .toList();
  }

  private static RawItem item(int vehicle, Instant time, Instant received, String hex) {
    return new RawItem(vehicle, time, received, HexFormat.of().parseHex(hex));
  }
}
