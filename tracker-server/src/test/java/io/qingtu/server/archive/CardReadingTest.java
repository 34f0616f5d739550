package io.qingtu.server.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.message.record.Driver;
import io.qingtu.protocol.message.record.DriverIdentity;
import io.qingtu.server.store.DriverCardRow;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Who is in the vehicle after what a terminal says of a card. */
class CardReadingTest {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final Instant THEN = NOW.minusSeconds(60);
  private static final DriverCardRow NOBODY = DriverCardRow.nobody(7, THEN);

  private final CardReading cards = new CardReading(Duration.ofDays(30), Duration.ofDays(1));

  private DriverCardRow read(int state, DeviceTime time, int result, Driver driver) {
    DriverIdentity said =
        new DriverIdentity(
            OptionalInt.of(state),
            Optional.of(time),
            result < 0 ? OptionalInt.empty() : OptionalInt.of(result),
            Optional.ofNullable(driver),
            Bytes.EMPTY);
    return cards.read(said, 7, NOW);
  }

  private DriverCardRow read(int state, Instant time, int result, Driver driver) {
    return read(state, DeviceTime.of(time), result, driver);
  }

  private static Driver driver(String licence, String idNumber) {
    return new Driver("张三", Optional.of(idNumber), licence, "运管", OptionalLong.empty());
  }

  private static DriverCardRow row(String licence, String idNumber) {
    return new DriverCardRow(7, THEN, licence, idNumber, "张三");
  }

  @Test
  void isWhoseCardWasPutInAndRead() {
    assertEquals(row("Q001", "37X"), read(1, THEN, 0, driver("q001", "37x")));
    Driver of2013 = new Driver("张三", Optional.empty(), "Q001", "运管", OptionalLong.of(1));
    assertEquals(row("Q001", ""), read(1, THEN, 0, of2013));
  }

  @Test
  void isNobodyWhoIsKnownOnceItIsOutOrCannotBeRead() {
    assertEquals(NOBODY, read(2, THEN, -1, null));
    assertEquals(NOBODY, read(2, THEN, 0, driver("Q001", "")));
    for (int result = 1; result <= 4; result++) {
      assertEquals(NOBODY, read(1, THEN, result, null));
    }
  }

  @Test
  void isNobodyWhoIsKnownWhereTheCardHasNoNumber() {
    assertEquals(NOBODY, read(1, THEN, 0, driver("", "")));
    assertEquals(NOBODY, read(1, THEN, 0, driver("0000000000", " \0 ")));
    assertEquals(row("", "37X"), read(1, THEN, 0, driver("000", "37x\0\0")));
    assertEquals(row("0010", ""), read(1, THEN, 0, driver(" 0010 ", "0")));
  }

  @Test
  void isKnownByTheNumberThatIsNotDamagedAndByNoDamagedOne() {
    String erased = new String(new byte[] {-1, -1, -1, -1}, Charset.forName("GB18030"));
    for (String damaged :
        List.of(erased, "Q0\uFFFD1", "Q0\u00011", "Q0\u00851", "--", "ffFF", "F0")) {
      assertEquals(row("", "37X"), read(1, THEN, 0, driver(damaged, "37X")), damaged);
      assertEquals(row("Q001", ""), read(1, THEN, 0, driver("Q001", damaged)), damaged);
      assertEquals(NOBODY, read(1, THEN, 0, driver(damaged, damaged)), damaged);
    }
    assertEquals(row("F1", "鲁-0A"), read(1, THEN, 0, driver("f1", "鲁-0a")));
  }

  @Test
  void isNobodyWhoIsKnownFromTheReceiptOnWhereItsTimeIsNoneOrCannotBe() {
    DriverCardRow nobodyNow = DriverCardRow.nobody(7, NOW);
    Driver one = driver("Q001", "");
    assertEquals(nobodyNow, read(1, new DeviceTime(0), 0, one));
    assertEquals(nobodyNow, read(2, new DeviceTime(0), -1, null));
    Instant oldest = NOW.minus(Duration.ofDays(30));
    assertEquals(new DriverCardRow(7, oldest, "Q001", "", "张三"), read(1, oldest, 0, one));
    assertEquals(nobodyNow, read(1, oldest.minusSeconds(1), 0, one));
    Instant newest = NOW.plus(Duration.ofDays(1));
    assertEquals(new DriverCardRow(7, newest, "Q001", "", "张三"), read(1, newest, 0, one));
    assertEquals(nobodyNow, read(1, newest.plusSeconds(1), 0, one));
  }

  @Test
  void isWhoDrivesNowWhereTheIssueTellsNoTime() {
    DriverIdentity said =
        new DriverIdentity(
            OptionalInt.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.of(driver("Q001", "37x")),
            Bytes.EMPTY);
    assertEquals(new DriverCardRow(7, NOW, "Q001", "37X", "张三"), cards.read(said, 7, NOW));
  }
}
