package io.qingtu.server.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.RecorderBlock;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.record.RecorderReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RecorderAnswerTest {
  private static final String VIN = "LZZ5ELSD0AB123456";
  private static final byte[] WHOLE = RecorderBlock.vehicle(VIN, "鲁G10001", "大型汽车");
  private static final int VEHICLE_BYTES = 41;

  private static void refuses(String why, byte[] block) {
    assertEquals(Optional.of(why), RecorderAnswer.fault(Bytes.copyOf(block)));
    assertEquals(Optional.empty(), RecorderAnswer.vin(Bytes.copyOf(block)));
  }

  private static Optional<String> vin(String told) {
    return RecorderAnswer.vin(Bytes.copyOf(RecorderBlock.vehicle(told, "", "")));
  }

  @Test
  void tellsTheVinInCapitalsAndNoneWhereTheRecorderWasNeverSet() {
    assertEquals(Optional.empty(), RecorderAnswer.fault(Bytes.copyOf(WHOLE)));
    assertEquals(Optional.of(VIN), RecorderAnswer.vin(Bytes.copyOf(WHOLE)));
    assertEquals(Optional.of(VIN), vin("lzz5elsd0ab123456"));
    for (String unset : List.of("", "00000000000000000", "LZZ5ELSD0AB12345", "LZZ5ELSD0AB12345O")) {
      assertEquals(Optional.of(""), vin(unset), unset);
    }
  }

  @Test
  void refusesWhateverBitOfItTurned() {
    for (int i = 0; i < WHOLE.length; i++) {
      byte[] turned = WHOLE.clone();
      turned[i] ^= 0x20;
      boolean start = i < 2;
      boolean length = i == 3 || i == 4;
      refuses(
          start
              ? RecorderAnswer.NO_PACKET
              : length ? RecorderAnswer.LENGTH : RecorderAnswer.CHECKSUM,
          turned);
    }
  }

  @Test
  void refusesAnotherLengthThanIsSaidOrThanTheStandardHas() {
    for (int length = 0; length < WHOLE.length; length++) {
      refuses(
          length < 5 ? RecorderAnswer.NO_PACKET : RecorderAnswer.LENGTH,
          Arrays.copyOf(WHOLE, length));
    }
    refuses(RecorderAnswer.LENGTH, Arrays.copyOf(WHOLE, WHOLE.length + 1));
    byte[] data = Arrays.copyOfRange(WHOLE, 6, 6 + VEHICLE_BYTES);
    for (int length : List.of(0, VEHICLE_BYTES - 1, VEHICLE_BYTES + 1, 2 * VEHICLE_BYTES)) {
      refuses(
          RecorderAnswer.LENGTH,
          RecorderBlock.answer(RecorderBlock.VEHICLE, Arrays.copyOf(data, length)));
    }
    assertEquals(
        Optional.of(VIN),
        RecorderAnswer.vin(Bytes.copyOf(RecorderBlock.answer(RecorderBlock.VEHICLE, data))));
  }

  @Test
  void refusesAnotherCommandAndAFailure() {
    refuses(RecorderAnswer.OTHER_COMMAND, RecorderBlock.answer(0x06, new byte[VEHICLE_BYTES]));
    refuses(RecorderAnswer.FAILED, RecorderBlock.failed());
    byte[] torn = RecorderBlock.failed();
    torn[4]++;
    refuses(RecorderAnswer.CHECKSUM, torn);
  }

  @Test
  void isMeantByItsCommandOrThatItFailed() {
    assertTrue(RecorderAnswer.isMeant(report(0x05)));
    assertTrue(RecorderAnswer.isMeant(report(0xfa)));
    assertFalse(RecorderAnswer.isMeant(report(0x06)));
    assertFalse(RecorderAnswer.isMeant(report(0xfb)), "a setting failed");
  }

  private static RecorderReport report(int command) {
    return new RecorderReport(OptionalInt.of(1), command, OptionalInt.empty(), Bytes.copyOf(WHOLE));
  }
}
