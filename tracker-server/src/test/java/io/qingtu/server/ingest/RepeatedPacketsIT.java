package io.qingtu.server.ingest;

import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.server.TerminalSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packets that come in pieces, again, twice, or from a clock that jumps. */
class RepeatedPacketsIT extends OneTerminal {
  RepeatedPacketsIT() {
    super(Map.of("analysis.enabled", "false"));
  }

  private TerminalSocket again() {
    TerminalSocket other = new TerminalSocket(server.port(), PHONE);
    other.signIn(PLATE);
    return other;
  }

  @Test
  void takesAFrameWholeThatALostConnectionHadCut() {
    byte[] packet = report(1);
    for (int cut : new int[] {1, 13, packet.length - 1}) {
      try (TerminalSocket lost = again()) {
        lost.send(report(0));
        lost.send(Arrays.copyOf(packet, cut));
      }
    }
    try (TerminalSocket back = again()) {
      assertTrue(back.ask(packet).success());
      assertTrue(back.ask(report(2)).success());
    }
    assertEquals(List.of(at(1), at(2)), track().subList(track().indexOf(at(1)), track().size()));
    assertEquals(0, server.count("frame.checksum"));
  }

  @Test
  void answersTheSamePacketsEachTimeAndStoresThemOnce() {
    byte[][] packets = {report(0), report(1), terminal.packets.batch(1, body(2), body(3))};
    for (byte[] packet : packets) {
      assertTrue(terminal.ask(packet).success());
    }
    for (byte[] packet : packets) {
      assertTrue(terminal.ask(packet).success());
    }
    try (TerminalSocket back = again()) {
      for (byte[] packet : packets) {
        assertTrue(back.ask(packet).success());
      }
    }
    assertEquals(seconds(0, 4), track());
    assertEquals(4, server.parts().positions().count());
  }

  @Test
  void storesOnceWhatComesOverTwoConnections() {
    byte[] packet = report(0);
    terminal.send(packet);
    try (TerminalSocket second = again()) {
      assertTrue(second.ask(packet).success());
      assertTrue(second.ask(report(1)).success());
    }
    assertEquals(seconds(0, 2), track());
    assertEquals(2, server.parts().positions().count());
  }

  @Test
  void keepsEveryReportOfATerminalWhoseClockJumps() {
    int month = 31 * 24 * 3600;
    int[] jumps = {0, 1, -1800, 2, 3 * 24 * 3600, -month, 3};
    for (int second : jumps) {
      assertTrue(terminal.ask(report(second)).success());
    }
    assertEquals(List.of(at(-1800), at(0), at(1), at(2), at(3)), track());
    assertEquals(2, quarantined());
    assertEquals(at(3), server.parts().positions().latest().get(0).fixTime());
  }
}
