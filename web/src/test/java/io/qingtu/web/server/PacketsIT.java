package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.fixtures.packet.SimProfile;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PacketsIT {
  private static TestWeb web;
  private static String token;

  private final PacketBuilder packets = new PacketBuilder(Version.V2013, "13800000001");

  @BeforeAll
  static void start() throws Exception {
    web = TestWeb.shared();
    token = web.signIn("jian");
  }

  private static JsonNode inspect(String body, int status) throws Exception {
    return web.post(token, "/packets/inspect", body, status);
  }

  private static String hex(byte[] packet) {
    return HexFormat.of().formatHex(packet);
  }

  @Test
  void explainsEachPacketOfALine() throws Exception {
    String line = hex(packets.heartbeat()) + " " + hex(packets.generalReply(7, 0x8103, 1));
    JsonNode found = inspect("{\"hex\":\"" + line + "\"}", 200).get("packets");
    assertEquals(2, found.size());
    assertTrue(found.get(0).get("ok").booleanValue());
    assertEquals("终端心跳", found.at("/0/message/title").textValue());
    assertEquals("HEADER", found.at("/0/rows/0/section").textValue());
    assertEquals("0x0002", found.at("/0/rows/0/value").textValue());
    assertEquals(0, found.at("/0/rows/0/from").intValue());
    assertEquals(2, found.at("/0/rows/0/to").intValue());
  }

  @Test
  void readsStatesWithAProfile() throws Exception {
    LocationBody body =
        LocationBody.at(31, 121, Instant.parse("2026-03-09T16:05:06Z"))
            .sensors(
                SimProfile.Cover.OPEN,
                SimProfile.Lift.DOWN,
                SimProfile.Load.LOADED,
                SimProfile.Work.ON,
                SimProfile.Work.OFF,
                12.5);
    String hex = hex(packets.location(body));
    JsonNode plain = inspect("{\"hex\":\"" + hex + "\"}", 200);
    assertTrue(plain.at("/packets/0/readings").isEmpty());
    JsonNode read = inspect("{\"hex\":\"" + hex + "\",\"profile\":\"qingtu-sim\"}", 200);
    assertEquals("cover", read.at("/packets/0/readings/0/name").textValue());
    assertEquals("OPEN", read.at("/packets/0/readings/0/value").textValue());
  }

  @Test
  void showsABadPacketWithItsError() throws Exception {
    byte[] packet = packets.heartbeat();
    packet[packet.length - 2] ^= 1;
    JsonNode bad = inspect("{\"hex\":\"" + hex(packet) + "\"}", 200).at("/packets/0");
    assertFalse(bad.get("ok").booleanValue());
    assertEquals("checksum", bad.at("/errors/0/error").textValue());
    assertEquals(12, bad.at("/errors/0/from").intValue());
  }

  @Test
  void namesWhatIsWrongWithTheRequest() throws Exception {
    assertEquals("hex: is missing", inspect("{}", 400).get("detail").textValue());
    String unknown = inspect("{\"hex\":\"7e7e\",\"profile\":\"x\"}", 400).get("detail").textValue();
    assertEquals("profile: \"x\" is no profile", unknown);
    inspect("{\"hex\":\"" + "0".repeat(32 * 1024) + "\"}", 200);
    inspect("{\"hex\":\"" + "0".repeat(32 * 1024 + 1) + "\"}", 400);
    web.post("wrong", "/packets/inspect", "{\"hex\":\"7e7e\"}", 401);
  }

  @Test
  void listsTheProfiles() throws Exception {
    JsonNode names = web.get(token, "/packets/profiles").get("profiles");
    assertTrue(names.toString().contains("\"standard\""), names::toString);
  }
}
