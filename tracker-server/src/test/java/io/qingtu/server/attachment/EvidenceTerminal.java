package io.qingtu.server.attachment;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PlatformReply;
import io.qingtu.fixtures.packet.SafetyAlarmPackets;
import io.qingtu.fixtures.packet.SafetyAlarmPackets.Order;
import io.qingtu.fixtures.packet.SafetyAlarmPackets.Verdict;
import io.qingtu.server.TerminalSocket;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A terminal whose camera saw a tired driver: it raises the alarm and sends its files. */
public final class EvidenceTerminal implements AutoCloseable {
  static final int BLOCK = 64 * 1024;

  public final SafetyAlarmPackets alarm;
  public final Map<String, byte[]> files = new LinkedHashMap<>();
  private final String phone;
  private final TerminalSocket link;

  /**
   * @param port of the gateway
   */
  public EvidenceTerminal(int port, String phone, String plate, Instant time) {
    this.phone = phone;
    alarm = new SafetyAlarmPackets("1234567", time, 0, 2);
    link = new TerminalSocket(port, phone);
    link.signIn(plate);
  }

  /** Two files of a seed. */
  EvidenceTerminal with(long seed, int picture, int clip) {
    Random random = new Random(seed);
    files.put("00_65_6501_0_a1.jpg", new byte[picture]);
    files.put("02_65_6501_1_a1.mp4", new byte[clip]);
    files.values().forEach(random::nextBytes);
    return this;
  }

  /** Raises the alarm in a location report, which is acknowledged; then the order comes. */
  Order raise() {
    raiseAndWait();
    return nextOrder();
  }

  /** Awaits an order to send files and answers it. */
  public Order nextOrder() {
    Order order = SafetyAlarmPackets.order(link.command());
    link.send(link.packets.generalReply(order.serial(), 0x9208, 0));
    return order;
  }

  /** Raises the alarm; whatever else comes is left. */
  public void raiseAndWait() {
    LocationBody body =
        LocationBody.at(31.230416, 121.473701, alarm.time())
            .item(0x65, alarm.driverState(1, 2, 31_230_416, 121_473_701));
    PlatformReply reply = link.ask(link.packets.location(body));
    if (!reply.success()) {
      throw new IllegalStateException("not acknowledged: " + reply);
    }
  }

  /** A link to the attachment server. */
  Uplink connect(Order order) {
    return new Uplink(new TerminalSocket(order.port(), phone));
  }

  Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    files.forEach((name, bytes) -> sizes.put(name, bytes.length));
    return sizes;
  }

  @Override
  public void close() {
    link.close();
  }

  /** A link to the attachment server. */
  final class Uplink implements AutoCloseable {
    final TerminalSocket socket;

    Uplink(TerminalSocket socket) {
      this.socket = socket;
    }

    PlatformReply announce(Order order, int type, Map<String, Integer> sizes) {
      return socket.ask(announcement(order, type, sizes));
    }

    byte[] announcement(Order order, int type, Map<String, Integer> sizes) {
      return socket.packets.packet(0x1210, alarm.attachmentList(order.number(), type, sizes));
    }

    PlatformReply start(String name) {
      return socket.ask(socket.packets.packet(0x1211, head(name)));
    }

    /** Sends a block, which nobody answers. */
    void block(String name, int index) {
      bytes(name, index * BLOCK, Math.min(files.get(name).length, (index + 1) * BLOCK));
    }

    void bytes(String name, int from, int to) {
      byte[] part = Arrays.copyOfRange(files.get(name), from, to);
      socket.send(SafetyAlarmPackets.block(name, from, part));
    }

    Verdict end(String name) {
      socket.send(socket.packets.packet(0x1212, head(name)));
      return SafetyAlarmPackets.verdict(socket.command());
    }

    /** Sends a file in its order and until it is whole. */
    void sendWhole(String name) {
      start(name);
      int blocks = (files.get(name).length + BLOCK - 1) / BLOCK;
      for (int i = 0; i < blocks; i++) {
        block(name, i);
      }
      Verdict verdict = end(name);
      if (!verdict.done()) {
        throw new IllegalStateException("not whole: " + verdict);
      }
    }

    private byte[] head(String name) {
      return SafetyAlarmPackets.file(name, name.endsWith("mp4") ? 2 : 0, files.get(name).length);
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
