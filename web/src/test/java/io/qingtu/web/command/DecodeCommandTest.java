package io.qingtu.web.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.fixtures.packet.Registration;
import io.qingtu.web.Tracker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandTest {
  private final PacketBuilder terminal = new PacketBuilder(Version.V2013, "13800000001");

  private record Result(int status, String out, String err) {}

  private static Result run(String input, String... args) {
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int status = Tracker.commandLine().execute(args);
      return new Result(
          status,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static String hex(byte[] packet) {
    return HexFormat.of().formatHex(packet);
  }

  @Test
  void decodesItsArgumentsOneLineAPacket() {
    Result result = run("", "decode", hex(terminal.heartbeat()), hex(terminal.logout()));
    assertEquals(0, result.status());
    String[] lines = result.out().split("\n");
    assertEquals(2, lines.length);
    assertTrue(lines[0].contains("\"message\":\"Heartbeat\""), lines[0]);
    assertTrue(lines[1].contains("\"message\":\"Logout\""), lines[1]);
  }

  @Test
  void explainsPacketsAsATableWithWhatIsWrongInItsPlace() {
    byte[] packet = terminal.serial(0x7d).heartbeat();
    String good = run("", "decode", "--annotate", hex(packet)).out();
    assertEquals(
        """
        0x0002 Heartbeat 终端心跳 (JT/T 808-2013 8.3) version 2013
        offset  wire   hex           field                         value
        0-1            0002          messageId                     0x0002
        2-3            0000          bodyAttributes                0
                       bit 0-9         bodyAttributes.bodyLength   0 bytes
                       bit 10-12       bodyAttributes.encryption   0
                       bit 13          bodyAttributes.subPackaged  0
                       bit 14          bodyAttributes.versionFlag  0
                       bit 15          bodyAttributes.reserved     0
        4-9            013800000001  phone                         013800000001
        10-11   10-12  007d          serialNumber                  125
        12      13     47            checksum                      0x47
                                       checksum.expected           0x47

        """,
        good);
    packet[packet.length - 2] ^= 1;
    String bad = run("", "decode", "--annotate", hex(packet)).out();
    assertTrue(bad.contains("\n!! checksum at 12: expected 0x47, found 0x46\n"), bad);
  }

  @Test
  void decodesStandardInputAndGoesOnBehindABadLine() {
    String plate = hex(terminal.register(Registration.of("T1", "粤B12345")));
    Result result = run("junk!\n\n" + plate + "\n" + hex(terminal.heartbeat()), "decode");
    assertEquals(0, result.status());
    String[] lines = result.out().split("\n");
    assertEquals(3, lines.length);
    assertTrue(lines[0].startsWith("{\"ok\":false,\"error\":\"framing\""), lines[0]);
    assertTrue(lines[1].contains("\"plate\":\"粤B12345\""), lines[1]);
    assertTrue(lines[2].contains("\"message\":\"Heartbeat\""), lines[2]);
  }

  @Test
  void readsSensorsByAProfile(@TempDir Path folder) throws IOException {
    Path profile = folder.resolve("mine.yaml");
    Files.writeString(
        profile, "name: mine\ncover: {source: status, bit: 29, values: {0: CLOSED, 1: OPEN}}\n");
    LocationBody open =
        LocationBody.at(31, 121, Instant.parse("2026-03-09T16:05:06Z")).statusBit(29, true);
    Result result =
        run("", "decode", "--profile", profile.toString(), hex(terminal.location(open)));
    assertEquals(0, result.status());
    assertTrue(result.out().contains("\"cover\":\"OPEN\""), result.out());
  }

  @Test
  void aWrongProfileIsAnErrorOfTheCommandLine(@TempDir Path folder) throws IOException {
    Path profile = folder.resolve("mine.yaml");
    Files.writeString(profile, "name: mine\ncover: {source: magic}\n");
    Result result = run("", "decode", "--profile", profile.toString(), "7e");
    assertEquals(2, result.status());
    assertEquals("", result.out());
    assertEquals(1, result.err().lines().count());
    assertTrue(result.err().contains("mine.yaml: cover.source: magic is none of"), result.err());
    assertEquals(2, run("", "decode", "--profile", "/nowhere.yaml", "7e").status());
  }

  @Test
  void strictIsAnOption() {
    String bareChecksum = "7e" + "00020000013800000001" + "0047" + "7d" + "7e";
    assertTrue(run("", "decode", bareChecksum).out().startsWith("{\"ok\":true"));
    assertTrue(run("", "decode", "--strict", bareChecksum).out().contains("\"error\":\"escape\""));
  }
}
