package io.qingtu.server.ingest;

import static io.qingtu.server.RunningServer.PHONE;
import static io.qingtu.server.RunningServer.PLATE;

import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.route.track.Position;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** A test with a server of its own and a terminal that has signed in to it. */
abstract class OneTerminal {
  final Path journal = TestFolder.make("journal");
  final RunningServer server;
  final TerminalSocket terminal;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);

  /**
   * @param settings of the server, beside those that every test has
   */
  OneTerminal(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("journal.folder", journal.toString());
    server = new RunningServer(getClass(), all);
    terminal = new TerminalSocket(server.port(), PHONE);
    terminal.signIn(PLATE);
  }

  @AfterEach
  void close() {
    terminal.close();
    server.close();
  }

  final Instant at(int second) {
    return start.plusSeconds(second);
  }

  final LocationBody body(int second) {
    return LocationBody.at(36.709, 119.107, at(second)).speedKmh(31.5).directionDegrees(90);
  }

  /** The packet of a report. */
  final byte[] report(int second) {
    return report(terminal.packets, second);
  }

  final byte[] report(PacketBuilder packets, int second) {
    return packets.location(body(second));
  }

  /** The fix times that are stored, in their order. */
  final List<Instant> track() {
    return server.parts().positions().track(PLATE, at(-3600), at(7200)).stream()
        .map(Position::fixTime)
        .toList();
  }

  final List<Instant> seconds(int from, int to) {
    return IntStream.range(from, to).mapToObj(this::at).toList();
  }

  /** Whether positions wait in the journal. */
  final boolean isBehind() {
    return server.parts().pipeline().isBehind();
  }

  final long quarantined() {
    return server.parts().positions().countQuarantined();
  }
}
