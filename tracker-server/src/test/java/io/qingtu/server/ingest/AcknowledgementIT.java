package io.qingtu.server.ingest;

import static io.qingtu.fixtures.Patience.await;
import static io.qingtu.server.RunningServer.PLATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PlatformReply;
import io.qingtu.route.track.Position;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * Without a journal an acknowledged position is in the database, and a position that is not there
 * is not acknowledged.
 */
class AcknowledgementIT extends OneTerminal {
  AcknowledgementIT() {
    // a queue of a few rows, so that it is full soon
    super(Map.of("ingest.queue-rows", "8", "journal.megabytes", "0"));
  }

  @Test
  void acknowledgesAPositionThatIsStored() {
    assertTrue(terminal.ask(report(0)).success());
    assertEquals(List.of(at(0)), track());
  }

  @Test
  void keepsAPositionSentTwiceOnceAndAcknowledgesItTwice() {
    assertTrue(terminal.ask(report(0)).success());
    assertTrue(terminal.ask(report(0)).success());
    assertEquals(List.of(at(0)), track());
  }

  @Test
  void acknowledgesNothingWhileTheDatabaseIsAwayAndEverythingAfterwards() {
    assertTrue(terminal.ask(report(0)).success());
    server.database.interrupt();
    terminal.send(report(1), report(2));
    await("it has tried to store them").until(() -> server.count("ingest.unkept") > 0);
    assertTrue(terminal.isSilentFor(200));
    server.database.resume();
    assertTrue(terminal.reply().success());
    assertTrue(terminal.reply().success());
    assertEquals(List.of(at(0), at(1), at(2)), track());
  }

  @Test
  void readsNoMoreThanItsQueueHoldsWhileTheDatabaseIsAway() throws InterruptedException {
    server.database.interrupt();
    int sent = 3000;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < sent; i++) {
      all.writeBytes(report(i));
    }
    Thread sender = new Thread(() -> terminal.send(all.toByteArray()));
    sender.start();
    assertTrue(terminal.isSilentFor(700));
    double waiting = server.meters.get("ingest.waiting").gauge().value();
    double taken = server.count("frame.good");
    assertTrue(waiting <= 8, waiting + " rows wait");
    server.database.resume();
    for (int i = 0; i < sent; i++) {
      assertTrue(terminal.reply().success());
    }
    sender.join();
    assertEquals(sent, server.parts().positions().count());
    assertTrue(taken < sent, taken + " frames were read");
  }

  @Test
  void putsABlindSpotBatchInItsPlaceAndLeavesTheLatestPositionAlone() {
    assertTrue(terminal.ask(report(100)).success());
    assertTrue(terminal.ask(terminal.packets.batch(1, body(10), body(20))).success());
    assertEquals(List.of(at(10), at(20), at(100)), track());
    Position latest = server.parts().positions().latest().get(0);
    assertEquals(at(100), latest.fixTime());
    List<Position> all = server.parts().positions().track(PLATE, at(0), at(101));
    assertTrue(all.get(0).backfill());
    assertTrue(!all.get(2).backfill());
  }

  @Test
  void answersEveryPartOfASplitBatchOnceTheWholeIsStored() {
    byte[] whole = batchBody(body(1), body(2), body(3));
    List<byte[]> parts = terminal.packets.parts(0x0704, whole, 40);
    for (byte[] part : parts.subList(0, parts.size() - 1)) {
      terminal.send(part);
    }
    assertTrue(terminal.isSilentFor(200));
    terminal.send(parts.get(parts.size() - 1));
    List<Integer> answered = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      PlatformReply reply = terminal.reply();
      assertTrue(reply.success());
      answered.add(reply.replySerial());
    }
    assertEquals(parts.size(), answered.stream().distinct().count());
    assertEquals(List.of(at(1), at(2), at(3)), track());
  }

  private static byte[] batchBody(LocationBody... bodies) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, (byte) bodies.length, 0});
    for (LocationBody body : bodies) {
      byte[] bytes = body.toBytes();
      out.writeBytes(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length});
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void keepsAReportOfAnImpossibleTimeApartAndAcknowledgesIt() {
    byte[] zeros = terminal.packets.location(body(0).rawTime(new byte[6]));
    assertTrue(terminal.ask(zeros).success());
    assertEquals(0, server.parts().positions().count());
    assertEquals(1, quarantined());
  }

  @Test
  void acknowledgesAnEmptyBatch() {
    assertTrue(terminal.ask(terminal.packets.batch(0)).success());
  }

  @Test
  void handsCommittedPositionsToItsFeedsEvenIfOneOfThemFails() {
    List<Position> fed = new CopyOnWriteArrayList<>();
    server
        .parts()
        .addPositionFeed(
            positions -> {
              throw new IllegalStateException("meant");
            });
    server.parts().addPositionFeed(fed::addAll);
    PacketBuilder packets = terminal.packets;
    assertTrue(terminal.ask(packets.location(body(5))).success());
    await("the second feed is told").until(() -> !fed.isEmpty());
    assertEquals(at(5), fed.get(0).fixTime());
  }
}
