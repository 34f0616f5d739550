package io.qingtu.protocol.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.protocol.field.MalformedException.Reason;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
  private static BodyReader reader(String hex) {
    return new BodyReader(Bytes.ofHex(hex));
  }

  @Test
  void readsNumbersWithoutASign() {
    BodyReader in = reader("ff" + "fffe" + "fffffffd" + "8000");
    assertEquals(0xff, in.u8());
    assertEquals(0xfffe, in.u16());
    assertEquals(0xfffffffdL, in.u32());
    assertEquals(-32768, in.s16());
    assertEquals(0, in.remaining());
  }

  @Test
  void readsInsideItsSliceOnly() {
    BodyReader in = new BodyReader(Bytes.ofHex("0102030405").slice(1, 3));
    assertEquals(0x0203, in.u16());
    assertThrows(MalformedException.class, in::u16);
    assertEquals(0x04, in.u8());
  }

  @Test
  void refusesEveryFieldThatTheBodyEndsBefore() {
    List<Consumer<BodyReader>> fields =
        List.of(
            BodyReader::u16,
            BodyReader::s16,
            BodyReader::u32,
            BodyReader::time,
            in -> in.bytes(2),
            in -> in.part(2),
            in -> in.text(2),
            in -> in.paddedText(2));
    for (Consumer<BodyReader> field : fields) {
      MalformedException e =
          assertThrows(MalformedException.class, () -> field.accept(reader("00")));
      assertEquals(Reason.MALFORMED, e.reason());
    }
    assertThrows(MalformedException.class, () -> reader("").u8());
  }

  @Test
  void cutsTextAtTheFirstZero() {
    assertEquals("AB", reader("4142004344").text());
    assertEquals("", reader("00").text());
  }

  @Test
  void stripsFillingFromBothEndsOfText() {
    assertEquals("QT 1", reader("0000" + "51542031" + "202000").paddedText(9));
    assertEquals("", reader("000000").paddedText(3));
  }

  @Test
  void readsGbkAndReplacesWhatIsNone() {
    assertEquals("粤B12345", reader("d4c1423132333435").text());
    // the second byte of the last character is missing
    assertEquals("粤\ufffd", reader("d4c1d4").text());
  }

  @Test
  void writerInvertsReader() {
    Bytes written =
        new BodyWriter()
            .u8(0xff)
            .u16(-2)
            .u32(0xfedcba98L)
            .time(new DeviceTime(0x260309_000506L))
            .paddedText("粤B", 5)
            .paddedText("x", 3, ' ')
            .text("鲁")
            .toBytes();
    assertEquals(
        "ff" + "fffe" + "fedcba98" + "260309000506" + "d4c1420000" + "782020" + "c2b3",
        written.hex());
  }

  @Test
  void writerTakesNumbersUpToTheLimitsOfTheirFields() {
    Bytes written =
        new BodyWriter()
            .u8(0)
            .u16(-0x8000)
            .u16(0xffff)
            .u32(-0x8000_0000L)
            .u32(0xffff_ffffL)
            .u64(-2)
            .toBytes();
    assertEquals(
        "00" + "8000" + "ffff" + "80000000" + "ffffffff" + "fffffffffffffffe", written.hex());
  }

  @Test
  void writerRefusesNumbersThatTheirFieldsCannotHold() {
    refuses("256 does not fit the BYTE at byte 2 of the body", out -> out.u16(0).u8(0x100));
    refuses("-1 does not fit the BYTE at byte 0 of the body", out -> out.u8(-1));
    refuses("65536 does not fit the WORD at byte 0 of the body", out -> out.u16(0x1_0000));
    refuses("-32769 does not fit the WORD at byte 0 of the body", out -> out.u16(-0x8001));
    refuses("4294967296 does not fit the DWORD at byte 0 of the body", out -> out.u32(1L << 32));
    refuses(
        "-2147483649 does not fit the DWORD at byte 0 of the body", out -> out.u32(-0x8000_0001L));
    refuses("300 does not fit the BYTE at byte 1 of the body", out -> out.u8(0).setU8(0, 300));
  }

  private static void refuses(String why, Consumer<BodyWriter> writing) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> writing.accept(new BodyWriter()));
    assertEquals(why, e.getMessage());
  }

  @Test
  void writerRefusesTextThatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new BodyWriter().paddedText("粤B", 2));
  }

  @Test
  void bytesThatAreNoTextAreWrittenInNoMoreRoomAndReadTheSame() {
    Bytes broken = Bytes.ofHex("51d42d3120a020ff");
    String text = new BodyReader(broken).paddedText(8);
    Bytes written = new BodyWriter().paddedText(text, 8).toBytes();
    assertEquals(text, new BodyReader(written).paddedText(8));
    assertEquals(
        "c6a242ff", BodyWriter.encode(new BodyReader(Bytes.ofHex("c6a242ff")).text()).hex());
  }
}
