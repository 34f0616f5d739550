package io.qingtu.protocol.message.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.FieldLog;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters that are more than one value. */
class ParameterLayoutsTest {
  /** Bytes by the standards' tables; for lists, of one entry. */
  private static final Map<Long, List<Integer>> LENGTHS =
      Map.ofEntries(
          Map.entry(0x0032L, List.of(4)),
          Map.entry(0x0075L, List.of(21)),
          Map.entry(0x0076L, List.of(3 + 4, 3 + 5 * 4)),
          Map.entry(0x0077L, List.of(1 + 21, 1 + 3 * 21)),
          Map.entry(0x0079L, List.of(3)),
          Map.entry(0x007bL, List.of(2)),
          Map.entry(0x007cL, List.of(20)),
          Map.entry(0x0110L, List.of(8)),
          Map.entry(0xf364L, List.of(56, 64)),
          Map.entry(0xf365L, List.of(47, 66)),
          Map.entry(0xf366L, List.of(36)),
          Map.entry(0xf367L, List.of(2)));

  /** Fields by their names; byte n of the value is n. */
  private static Map<String, Object> fields(long id, int length) {
    byte[] value = new byte[length];
    for (int i = 0; i < length; i++) {
      value[i] = (byte) i;
    }
    return fields(new TerminalParameter(id, Bytes.copyOf(value)));
  }

  private static Map<String, Object> fields(TerminalParameter parameter) {
    Map<String, Object> fields = new LinkedHashMap<>();
    parameter.tell(
        new FieldLog() {
          private String group = "";

          @Override
          public void field(String name, String unit, int offset, int length, Object value) {
            if (length > 0) {
              assertNull(fields.put(group + name, value), name);
            }
          }

          @Override
          public void enter(String name, int index) {
            group = name + index + ".";
          }

          @Override
          public void leave() {
            group = "";
          }
        });
    return fields;
  }

  @Test
  void theFieldsAreAsLongAsTheStandardsTables() {
    for (ParameterType type : ParameterType.values()) {
      if (type.kind() == ParameterType.Kind.BYTES) {
        for (int length : LENGTHS.get(type.id())) {
          assertFalse(fields(type.id(), length).containsKey("more"), type + " of " + length);
          assertEquals("ff", lastOf(type.id(), length + 1), type + " of " + length);
        }
      }
    }
  }

  /** What stands behind the fields if a byte more comes. */
  private static String lastOf(long id, int length) {
    byte[] value = new byte[length];
    Arrays.fill(value, (byte) 0xff);
    Object more = fields(new TerminalParameter(id, Bytes.copyOf(value))).get("more");
    // a length that no table has is read by the longer one
    return id == 0xf364 && length == 57 || id == 0xf365 && length == 48
        ? "ff"
        : String.valueOf(more);
  }

  @Test
  void theLengthTellsGuangdongsLayout() {
    assertEquals(52, fields(0xf364, 64).get("solidLineSpeedThreshold"));
    assertEquals(59, fields(0xf364, 64).get("aislePictureInterval"));
    assertEquals("34353637", fields(0xf364, 56).get("reserved").toString());
    assertEquals(50, fields(0xf364, 56).get("signPictures"));
    assertEquals(39, fields(0xf365, 47).get("distractionPictures"));
    assertEquals(44, fields(0xf365, 47).get("identificationTrigger"));
    assertEquals(39, fields(0xf365, 66).get("distractionVideoTime"));
    assertEquals(46, fields(0xf365, 66).get("identificationTrigger"));
    assertEquals(63, fields(0xf365, 66).get("playingPictureInterval"));
  }

  @Test
  void whatIsCutIsReadAsFarAsItGoes() {
    assertEquals(List.of("liveEncoding", "liveResolution", "more"), names(0x75, 3));
    assertEquals(List.of(), names(0x75, 0));
    assertEquals(
        List.of("audioVideoCount", "audioCount", "videoCount", "channels0.physical"),
        names(0x76, 7).subList(0, 4));
  }

  private static List<String> names(long id, int length) {
    return List.copyOf(fields(id, length).keySet());
  }

  @Test
  void aNumberAndATextAreOneField() {
    assertEquals(Map.of("heartbeatInterval", 0x10203L), fields(0x0001, 4));
    assertEquals(Map.of("value", Bytes.ofHex("0001")), fields(0xf999, 2));
  }
}
