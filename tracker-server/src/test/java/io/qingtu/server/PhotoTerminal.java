package io.qingtu.server;

import io.qingtu.fixtures.packet.Wire;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A terminal of 2013 that sends photos over a bad line and sends again what it is asked for. What
 * is lost, repeated and out of order is the same in every run.
 */
public final class PhotoTerminal implements AutoCloseable {
  /** A photo and its multimedia id. */
  public record Photo(long id, byte[] data) {
    public static Photo random(long id, int length, Random random) {
      byte[] data = new byte[length];
      random.nextBytes(data);
      return new Photo(id, data);
    }
  }

  private static final int PART_BYTES = 1023;
  private static final int WINDOW = 8;

  public final TerminalSocket socket;
  private final Random random;
  private final double loss;
  private final Map<Integer, List<byte[]>> bySerial = new HashMap<>();
  private final Map<Long, List<byte[]>> byId = new LinkedHashMap<>();
  private int demands8003;
  private int demands8800;

  /**
   * @param loss share of the parts that get lost; as many come twice
   */
  public PhotoTerminal(TerminalSocket socket, double loss, long seed) {
    this.socket = socket;
    this.loss = loss;
    this.random = new Random(seed);
  }

  /** Body of 0x0801 since 2013: head, place, data. */
  public static byte[] body(Photo photo) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt((int) photo.id());
      // JPEG, timed, channel 2
      out.write(new byte[] {0, 0, 1, 2});
      out.writeInt(0);
      out.writeInt(3);
      out.writeInt(36_700_000);
      out.writeInt(119_100_000);
      out.write(new byte[] {0, 20, 0, 0, 0, 90});
      out.write(HexFormat.of().parseHex("260309210000"));
      out.write(photo.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The parts of a photo with the next serial numbers; nothing is sent. */
  public List<byte[]> parts(Photo photo) {
    int first = socket.packets.nextSerial();
    List<byte[]> parts = socket.packets.parts(0x0801, body(photo), PART_BYTES);
    bySerial.put(first, parts);
    byId.put(photo.id(), parts);
    return parts;
  }

  /** Sends photos at the same time, a part of each by turns. */
  public void send(List<Photo> photos) {
    List<List<byte[]>> all = photos.stream().map(this::parts).toList();
    List<byte[]> mixed = new ArrayList<>();
    int longest = all.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<byte[]> parts : all) {
        if (i < parts.size()) {
          mixed.add(parts.get(i));
        }
      }
    }
    sendBadly(mixed);
  }

  private void sendBadly(List<byte[]> parts) {
    List<byte[]> arriving = new ArrayList<>();
    for (byte[] part : parts) {
      if (random.nextDouble() >= loss) {
        arriving.add(part);
      }
      if (random.nextDouble() < loss) {
        arriving.add(part);
      }
    }
    for (int i = 0; i < arriving.size() && loss > 0; i++) {
      int other = Math.min(arriving.size() - 1, i + random.nextInt(WINDOW));
      byte[] moved = arriving.get(i);
      arriving.set(i, arriving.get(other));
      arriving.set(other, moved);
    }
    socket.send(arriving.toArray(byte[][]::new));
  }

  /** Answers demands until so many photos are acknowledged, however often; their ids. */
  public Set<Long> awaitAcknowledgements(int count) {
    Set<Long> acknowledged = new HashSet<>();
    while (acknowledged.size() < count) {
      byte[] frame =
          Wire.unframe(
              socket.frame().orElseThrow(() -> new IllegalStateException("connection closed")));
      switch (u16(frame, 0)) {
        case 0x8003 -> {
          demands8003++;
          resend(bySerial.get(u16(frame, 12)), frame, 14);
        }
        case 0x8800 -> {
          long id = (long) u16(frame, 12) << 16 | u16(frame, 14);
          if (frame.length == 16) {
            acknowledged.add(id);
          } else {
            demands8800++;
            resend(byId.get(id), frame, 16);
          }
        }
        default -> {
          // a part's general reply
        }
      }
    }
    return acknowledged;
  }

  private void resend(List<byte[]> parts, byte[] frame, int countAt) {
    List<byte[]> again = new ArrayList<>();
    for (int i = 0; i < (frame[countAt] & 0xff); i++) {
      again.add(parts.get(u16(frame, countAt + 1 + 2 * i) - 1));
    }
    sendBadly(again);
  }

  /** How often it was asked with 0x8003. */
  public int demands8003() {
    return demands8003;
  }

  /** How often it was asked with a list in 0x8800. */
  public int demands8800() {
    return demands8800;
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  @Override
  public void close() {
    socket.close();
  }
}
