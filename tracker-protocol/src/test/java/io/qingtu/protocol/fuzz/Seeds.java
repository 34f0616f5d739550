package io.qingtu.protocol.fuzz;

import io.qingtu.fixtures.fuzz.FuzzInputs;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.table.Vector;
import io.qingtu.protocol.table.Vectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where a fuzzer begins: the vectors, in the shape that each target takes. */
public final class Seeds {
  private Seeds() {}

  /** Writes the seeds of every target to a folder, a file each. */
  public static void main(String[] args) throws IOException {
    Map<String, List<byte[]>> all =
        Map.of(
            "StreamTarget", streams(),
            "FrameTarget", frames(),
            "BodyTarget", bodies(),
            "ItemsTarget", items(),
            "PartsTarget", parts());
    for (Map.Entry<String, List<byte[]>> target : all.entrySet()) {
      new FuzzInputs(target.getValue()).write(Path.of(args[0], target.getKey()));
    }
  }

  static List<byte[]> streams() {
    List<byte[]> streams = new ArrayList<>();
    ByteArrayOutputStream glued = new ByteArrayOutputStream();
    glued.write(7);
    for (Vector vector : Vectors.all()) {
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      one.write(vector.packet().length / 2);
      one.writeBytes(vector.packet());
      streams.add(one.toByteArray());
      glued.writeBytes(vector.packet());
    }
    streams.add(glued.toByteArray());
    return streams;
  }

  static List<byte[]> frames() {
    return Vectors.all().stream()
        .map(Vector::packet)
        .map(packet -> Arrays.copyOfRange(packet, 1, packet.length - 1))
        .toList();
  }

  static List<byte[]> bodies() {
    List<byte[]> bodies = new ArrayList<>();
    for (Vector vector : Vectors.all()) {
      int id = vector.frame().header().messageId();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.write(id >>> 8);
      body.write(id);
      body.write(vector.protocolVersion().ordinal());
      body.writeBytes(vector.frame().body().toArray());
      bodies.add(body.toByteArray());
    }
    return bodies;
  }

  static List<byte[]> items() {
    return Vectors.all().stream()
        .map(Vector::message)
        .filter(LocationReport.class::isInstance)
        .map(report -> ((LocationReport) report).items().bytes().toArray())
        .toList();
  }

  static List<byte[]> parts() {
    return List.of(
        new byte[] {1, 0, 5, 9, 0, 1, 1, 6, 9, 1},
        new byte[] {2, 2, 7, 1, 0, 2, 0, 5, 1, 0, 2, 1, 6, 1, 0},
        new byte[] {4, 0, 1, -1, 0, 4, 0, 1, -1, 61, 3, 3, 4, -1, 0, 19, 7, 9, -1, 0});
  }
}
