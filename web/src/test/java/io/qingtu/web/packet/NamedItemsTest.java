package io.qingtu.web.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.server.profile.TerminalProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items that a profile has names for. */
class NamedItemsTest {
  @Test
  void showsTheProfilesNamesAndNotTheStandardsMeaning(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.yaml"),
            """
            name: t
            items:
              - {id: 0x02, length: 2, name: fuelPercent, scale: 0.1, unit: "%"}
              - {id: 0x5A, name: label, fields: [{name: text, kind: text}]}
            """);
    LocationBody body =
        LocationBody.at(31, 121, Instant.parse("2026-03-09T16:05:06Z"))
            .item(0x02, (byte) 0x03, (byte) 0xe8)
            .item(0x5a, (byte) 'A', (byte) 'B')
            .odometerKm(12.3);
    String packet =
        HexFormat.of()
            .formatHex(
                new PacketBuilder(PacketBuilder.Version.V2013, "13912345678").location(body));
    ObjectNode named =
        new PacketDecoder(false, Optional.of(TerminalProfile.read(file))).decode(packet).get(0);
    assertFalse(named.at("/body").has("fuelLitres"), named.toString());
    assertEquals(12.3, named.at("/body/mileageKm").doubleValue());
    assertEquals("fuelPercent", named.at("/body/items/0/name").textValue());
    assertEquals(100.0, named.at("/body/items/0/fields/0/value").doubleValue());
    assertEquals("%", named.at("/body/items/0/fields/0/unit").textValue());
    assertEquals("AB", named.at("/body/items/1/fields/0/value").textValue());
    assertFalse(named.at("/body/items/2").has("name"));
    ObjectNode plain = new PacketDecoder(false, Optional.empty()).decode(packet).get(0);
    assertEquals(100.0, plain.at("/body/fuelLitres").doubleValue());
    assertFalse(plain.at("/body/items/0").has("name"));
  }
}
