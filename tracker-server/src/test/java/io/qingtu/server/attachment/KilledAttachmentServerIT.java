package io.qingtu.server.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.FreePort;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.fixtures.packet.SafetyAlarmPackets.Gap;
import io.qingtu.fixtures.packet.SafetyAlarmPackets.Order;
import io.qingtu.fixtures.packet.SafetyAlarmPackets.Verdict;
import io.qingtu.server.KillableServer;
import io.qingtu.server.attachment.EvidenceTerminal.Uplink;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.SafetyAlarmStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.TerminalRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server process is killed in the middle of an upload, and another one takes its place. */
class KilledAttachmentServerIT {
  private static final String PICTURE = "00_65_6501_0_a1.jpg";
  private static final String CLIP = "02_65_6501_1_a1.mp4";

  private final Path media = TestFolder.make("evidence");
  private int gateway;
  private int attachments;

  private KillableServer serve(String url) throws IOException {
    KillableServer server =
        new KillableServer(
            url,
            media,
            Map.of(
                "gateway.port", Integer.toString(gateway),
                "attachment.enabled", "true",
                "attachment.port", Integer.toString(attachments),
                "attachment.public-host", "127.0.0.1",
                "analysis.enabled", "false"));
    server.start();
    return server;
  }

  private EvidenceTerminal terminal(Instant time) {
    return new EvidenceTerminal(
            gateway, Long.toString(TerminalRegister.FIRST_SIMULATED_PHONE), "模拟00001", time)
        .with(9, 150_000, 400_000);
  }

  @Test
  void whatItSaidToBeDoneIsThere() throws Exception {
    gateway = FreePort.find();
    attachments = FreePort.find();
    Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (TestDatabase server = TestDatabase.forClass(getClass())) {
      KillableServer process = serve(server.url());
      Order order;
      try (EvidenceTerminal terminal = terminal(time)) {
        order = terminal.raise();
        try (Uplink link = terminal.connect(order)) {
          link.announce(order, 0, terminal.sizes());
          link.sendWhole(PICTURE);
          link.start(CLIP);
          link.block(CLIP, 0);
          link.block(CLIP, 1);
          assertFalse(link.end(CLIP).done());
          process.kill();
        }
        assertKept(server.url(), order, Map.of(PICTURE, terminal.files.get(PICTURE)));
        assertEquals(1, begun(), "of the clip");
      }
      process = serve(server.url());
      try (EvidenceTerminal terminal = terminal(time)) {
        assertEquals(0, begun(), "nobody knows what it was");
        Order again = terminal.nextOrder();
        assertEquals(order.number(), again.number(), "asked for again at the new connection");
        try (Uplink link = terminal.connect(again)) {
          assertTrue(link.announce(again, 1, terminal.sizes()).success());
          assertTrue(link.end(PICTURE).done(), "nothing of it is sent again");
          Verdict verdict = link.end(CLIP);
          assertEquals(List.of(new Gap(0, 400_000)), verdict.gaps());
          link.sendWhole(CLIP);
        }
        assertKept(server.url(), order, terminal.files);
      } finally {
        process.kill();
      }
    }
  }

  private long begun() throws IOException {
    try (Stream<Path> parts = Files.list(media.resolve("incoming"))) {
      return parts.count();
    }
  }

  private void assertKept(String url, Order order, Map<String, byte[]> files) throws IOException {
    try (Database database = new Database(Database.Config.of(url))) {
      long alarm = new SafetyAlarmStore(database).findByNumber(order.number()).orElseThrow().id();
      List<MediaRow> kept = new MediaQueries(database).ofSafetyAlarm(alarm, Scope.CITY);
      assertEquals(files.size(), kept.size());
      MediaFolder folder = new MediaFolder(new MediaFolder.Config(media));
      for (MediaRow row : kept) {
        byte[] content = Files.readAllBytes(folder.verified(row.sha256()));
        assertArrayEquals(files.get(row.fileName()), content, row.fileName());
      }
    }
  }
}
