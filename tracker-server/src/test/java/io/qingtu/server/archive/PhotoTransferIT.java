package io.qingtu.server.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.server.PhotoTerminal;
import io.qingtu.server.PhotoTerminal.Photo;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Photos of 200 KB over lines that lose, repeat and reorder one part in twenty. */
class PhotoTransferIT {
  private static final int TERMINALS = 10;
  private static final int PHOTO_BYTES = 200 * 1024;
  private static final double LOSS = 0.05;
  private static final long FIRST_PHONE = 100_000_000_001L;

  private static RunningServer server;
  private static MediaQueries media;

  @BeforeAll
  static void start() {
    server =
        new RunningServer(
            PhotoTransferIT.class,
            Map.of(
                "gateway.simulated-terminals",
                Integer.toString(TERMINALS + 2),
                "transfer.patience",
                "3s"));
    media = new MediaQueries(server.parts().database());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String plate(int terminal) {
    return "模拟%05d".formatted(terminal + 1);
  }

  private static TerminalSocket connect(int terminal) {
    TerminalSocket socket =
        new TerminalSocket(server.port(), Long.toString(FIRST_PHONE + terminal));
    socket.signIn(plate(terminal));
    return socket;
  }

  private static List<MediaRow> stored(int terminal) {
    return media.ofVehicle(plate(terminal), Instant.MIN, Instant.MAX, Scope.CITY, 100).stream()
        .sorted(Comparator.comparing(MediaRow::mediaId))
        .toList();
  }

  private static void assertStored(int terminal, List<Photo> photos) throws IOException {
    List<MediaRow> rows = stored(terminal);
    assertEquals(photos.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(photos.get(i).id(), rows.get(i).mediaId());
      assertArrayEquals(
          photos.get(i).data(),
          Files.readAllBytes(server.parts().media().folder().verified(rows.get(i).sha256())));
    }
  }

  private static List<Photo> send(int terminal, int photos) {
    Random random = new Random(terminal);
    List<Photo> sent = new ArrayList<>();
    for (int i = 1; i <= photos; i++) {
      sent.add(Photo.random(i, PHOTO_BYTES, random));
    }
    try (PhotoTerminal line = new PhotoTerminal(connect(terminal), LOSS, terminal)) {
      line.send(sent);
      assertEquals(photos, line.awaitAcknowledgements(photos).size());
      assertTrue(line.demands8003() > 0, "something was lost");
    }
    return sent;
  }

  @Test
  void tenPhotosOfTenTerminalsAtOnceArriveByteForByte() throws Exception {
    ExecutorService lines = Executors.newFixedThreadPool(TERMINALS);
    try {
      List<Future<List<Photo>>> sending = new ArrayList<>();
      for (int terminal = 0; terminal < TERMINALS; terminal++) {
        int each = terminal;
        sending.add(lines.submit(() -> send(each, 1)));
      }
      for (int terminal = 0; terminal < TERMINALS; terminal++) {
        assertStored(terminal, sending.get(terminal).get());
      }
    } finally {
      lines.shutdownNow();
    }
    assertEquals(0, server.count("transfer.expired"));
    assertEquals(0, server.count("transfer.dropped"));
    assertEquals(0, server.count("transfer.replaced"));
  }

  @Test
  void twoPhotosOfOneTerminalAtTheSameTimeDoNotMix() throws IOException {
    assertStored(TERMINALS, send(TERMINALS, 2));
    assertStored(TERMINALS, send(TERMINALS, 2)); // and sent again they are the same rows
  }

  @Test
  void answersEveryPartAtOnceAndTheWholeWithItsMediaId() throws IOException {
    int terminal = TERMINALS + 1;
    Photo photo = Photo.random(77, 3000, new Random(1));
    try (PhotoTerminal line = new PhotoTerminal(connect(terminal), 0, 1)) {
      List<byte[]> parts = line.parts(photo);
      assertEquals(3, parts.size());
      for (byte[] part : parts) {
        int serial = line.socket.packets.nextSerial() - parts.size() + parts.indexOf(part);
        var reply = line.socket.ask(part);
        assertEquals(0x8001, reply.messageId());
        assertEquals(serial, reply.replySerial());
        assertTrue(reply.success());
      }
      assertEquals(Set.of(77L), line.awaitAcknowledgements(1));
    }
    MediaRow row = stored(terminal).get(0);
    assertEquals("TIMED", row.event());
    assertEquals("jpg", row.format());
    assertEquals(2, row.channel());
    assertEquals(Instant.parse("2026-03-09T13:00:00Z"), row.takenAt());
    assertEquals(119.1, row.lon());
    assertEquals(36.7, row.lat());
  }
}
