package io.qingtu.server.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.SimProfile;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalProfileTest {
  private static final Instant TIME = Instant.parse("2026-03-09T16:05:06Z");

  private static LocationBody body() {
    return LocationBody.at(31.2, 121.4, TIME);
  }

  private static LocationReport report(LocationBody body) {
    BodyReader in = new BodyReader(Bytes.copyOf(body.toBytes()));
    return (LocationReport) TerminalMessageType.decode(0x0200, in, ProtocolVersion.V2013);
  }

  private static TerminalProfile builtIn(String name) {
    return Profiles.builtIn().find(name).orElseThrow();
  }

  private static TerminalProfile parse(String... lines) {
    return ProfileFile.parse("test.yaml", String.join("\n", lines));
  }

  @ParameterizedTest
  @CsvSource({"0, EMPTY", "1, PARTIAL", "2, UNKNOWN", "3, LOADED"})
  void theStandardKnowsTheLoadAndNothingElse(int bits, Load load) {
    Sensors sensors = builtIn("standard").read(report(body().load(bits)));
    assertEquals(
        new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, load, Double.NaN, Switch.UNKNOWN, Switch.UNKNOWN),
        sensors);
    assertEquals(Set.of(SensorKind.LOAD), builtIn("standard").channels());
  }

  @Test
  void readsEverySensorOfTheSyntheticTerminal() {
    LocationBody body =
        body()
            .sensors(
                SimProfile.Cover.PARTIAL,
                SimProfile.Lift.UP,
                SimProfile.Load.LOADED,
                SimProfile.Work.OFF,
                SimProfile.Work.ON,
                15.25);
    assertEquals(
        new Sensors(Cover.PARTIAL, Lift.UP, Load.LOADED, 15.25, Switch.OFF, Switch.ON),
        builtIn("qingtu-sim").read(report(body)));
    assertEquals(EnumSet.allOf(SensorKind.class), builtIn("qingtu-sim").channels());
  }

  @Test
  void whatTheTerminalDoesNotSayIsUnknown() {
    LocationBody unknown =
        body()
            .sensors(
                SimProfile.Cover.UNKNOWN,
                SimProfile.Lift.UNKNOWN,
                SimProfile.Load.UNKNOWN,
                SimProfile.Work.UNKNOWN,
                SimProfile.Work.UNKNOWN,
                Double.NaN);
    TerminalProfile profile = builtIn("qingtu-sim");
    assertEquals(Sensors.UNKNOWN, profile.read(report(unknown)));
    assertEquals(Sensors.UNKNOWN, profile.read(report(body())));
    // an item that is too short for the weight, and a number that is in no table
    Sensors cut = profile.read(report(body().item(0xf3, new byte[] {2, 9})));
    assertEquals(Cover.OPEN, cut.cover());
    assertEquals(Lift.UNKNOWN, cut.lift());
    assertTrue(Double.isNaN(cut.weightT()));
  }

  @Test
  void readsStatusBits() {
    TerminalProfile profile = builtIn("status-bits");
    Sensors open = profile.read(report(body().statusBit(29, true)));
    assertEquals(Cover.OPEN, open.cover());
    assertEquals(Lift.DOWN, open.lift());
    assertEquals(Load.EMPTY, open.load());
    Sensors raised = profile.read(report(body().statusBit(30, true).statusBit(28, true)));
    assertEquals(Cover.CLOSED, raised.cover());
    assertEquals(Lift.UP, raised.lift());
    assertEquals(Load.LOADED, raised.load());
  }

  @Test
  void readsTheWeightItem() {
    byte[] value = {0x00, 0x02, 0x49, (byte) 0xf0, 3, 0, 0, 0};
    Sensors sensors = builtIn("item-55-weight").read(report(body().item(0x55, value)));
    assertEquals(15.0, sensors.weightT(), 1e-9);
    assertEquals(Load.LOADED, sensors.load());
  }

  @Test
  void readsLittleEndianNumbersMasksAndShifts() {
    TerminalProfile profile =
        parse(
            "name: t",
            "cover: {source: item, item: 0x57, offset: 1, length: 2, endian: little,",
            "  shift: 4, mask: 0x0F, values: {0xA: OPEN}}",
            "lift: {source: alarm, bit: 31, values: {1: UP, 0: DOWN}}");
    // bytes 1 and 2 are 0x12A4
    byte[] value = {0, (byte) 0xa4, 0x12};
    Sensors sensors = profile.read(report(body().item(0x57, value).alarm(1L << 31)));
    assertEquals(Cover.OPEN, sensors.cover());
    assertEquals(Lift.UP, sensors.lift());
  }

  @Test
  void invertsPolarity() {
    TerminalProfile profile =
        parse(
            "name: t",
            "cover: {source: status, bit: 29, invert: true, values: {0: CLOSED, 1: OPEN}}",
            "pump: {source: status, bit: 28, invert: true, values: {0: OFF, 1: ON}}");
    Sensors sensors = profile.read(report(body().statusBit(29, true)));
    assertEquals(Cover.CLOSED, sensors.cover());
    assertEquals(Switch.ON, sensors.pump());
  }

  @Test
  void believesASensorOnlyWhileItIsConnected() {
    TerminalProfile profile =
        parse(
            "name: t",
            "cover:",
            "  source: status",
            "  bit: 29",
            "  values: {0: CLOSED, 1: OPEN}",
            "  validWhen: {source: item, item: 0x2A, length: 2, bit: 5}",
            "weight: {source: alarm, scale: 1, validWhen: {source: status, bit: 4, value: 0}}");
    assertEquals(Cover.UNKNOWN, profile.read(report(body())).cover());
    assertEquals(Cover.UNKNOWN, profile.read(report(body().item(0x2a, new byte[2]))).cover());
    byte[] connected = {0, 0x20};
    assertEquals(Cover.CLOSED, profile.read(report(body().item(0x2a, connected))).cover());
    assertEquals(7, profile.read(report(body().alarm(7))).weightT());
    assertTrue(Double.isNaN(profile.read(report(body().alarm(7).statusBit(4, true))).weightT()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cover: {source: status, bit: 1, values: {0: OPEN}, colour: 1} | cover.colour: is no key",
        "covr: {source: status} | covr: is no key",
        "cover: {bit: 1, values: {0: OPEN}} | cover.source: is missing",
        "cover: {source: bus, values: {0: OPEN}} | cover.source: bus is none of",
        "cover: {source: status, bit: 32, values: {0: OPEN}} | cover.bit: 32 is not between 0 and"
            + " 31",
        "cover: {source: item, values: {0: OPEN}} | cover.item: is missing",
        "cover: {source: item, item: 256, values: {0: OPEN}} | cover.item: 256 is not between",
        "cover: {source: item, item: 1, endian: pdp, values: {0: OPEN}} | cover.endian: pdp is",
        "cover: {source: status, values: {0: UP}} | cover.values: UP is none of OPEN",
        "cover: {source: status, values: {x: OPEN}} | cover.values: x is no whole number",
        "cover: {source: status} | cover.values: is missing",
        "cover: {source: status, bit: 1, shift: 3, values: {0: OPEN}} | cover.shift: is no key",
        "cover: {source: status, invert: 7, values: {0: OPEN}} | cover.invert: 7 is neither",
        "cover: 5 | cover: must be a mapping",
        "weight: {source: status, scale: -1} | weight.scale: -1 is no positive number",
        "lift: {source: status, values: {0: UP}, validWhen: {bit: 1}} | lift.validWhen.source: is"
            + " mis",
        "cover: {source: status | is no YAML"
      })
  void aWrongProfileNamesFileAndKey(String yaml, String message) {
    ProfileException e = assertThrows(ProfileException.class, () -> parse("name: t", yaml));
    assertTrue(e.getMessage().startsWith("test.yaml: " + message), e.getMessage());
  }

  @Test
  void aProfileNeedsAName() {
    ProfileException e = assertThrows(ProfileException.class, () -> parse("description: x"));
    assertEquals("test.yaml: name: is missing", e.getMessage());
    assertThrows(ProfileException.class, () -> parse(""));
  }

  @Test
  void theExampleOfTheDocumentationIsAProfile() throws IOException {
    Path home = Path.of("").toAbsolutePath();
    while (!Files.exists(home.resolve("tracker"))) {
      home = home.getParent();
    }
    String page = Files.readString(home.resolve("docs/terminal-profiles.md"));
    String yaml = page.substring(page.indexOf("```yaml") + 7, page.lastIndexOf("```"));
    TerminalProfile profile = parse(yaml);
    assertEquals(
        Set.of(SensorKind.COVER, SensorKind.WEIGHT, SensorKind.BRUSH, SensorKind.PUMP),
        profile.channels());
    // bytes 2 and 3 are 0x0020, little-endian; status bit 20 says that the sensor is there
    byte[] value = {0, 0, 0x20, 0};
    LocationReport open = report(body().statusBit(20, true).item(0x57, value));
    assertEquals(Cover.OPEN, profile.read(open).cover());
  }

  @Test
  void loadsTheProfilesOfAFolderBesideItsOwn(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), "name: mine\n");
    Files.writeString(folder.resolve("notes.txt"), "not a profile");
    Profiles profiles = Profiles.load(folder);
    assertTrue(profiles.find("mine").isPresent());
    assertEquals("standard", profiles.standard().name());
    Files.writeString(folder.resolve("other.yaml"), "name: standard\n");
    ProfileException e = assertThrows(ProfileException.class, () -> Profiles.load(folder));
    assertTrue(e.getMessage().contains("other.yaml: name: standard is taken"), e.getMessage());
    assertThrows(ProfileException.class, () -> Profiles.load(folder.resolve("nowhere")));
  }
}
