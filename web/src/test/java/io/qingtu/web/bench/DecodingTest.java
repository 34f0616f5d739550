package io.qingtu.web.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Codec and floor do the same work on the stream that the benchmark promises. */
class DecodingTest {
  private static final int PACKETS = 20_000;

  private final LocationStream stream = LocationStream.of(PACKETS);

  @Test
  void codecAndFloorFindEveryFieldOfTheStream() {
    long truth = stream.truth().checksum();
    LocationColumns codec = byTheCodec();
    assertEquals(PACKETS, codec.rows);
    assertEquals(truth, codec.checksum());
    LocationColumns floor = new LocationColumns(PACKETS);
    new FlyweightFloor(stream).fill(floor);
    assertEquals(PACKETS, floor.rows);
    assertEquals(truth, floor.checksum());
  }

  @Test
  void oneWrongFieldChangesTheChecksum() {
    LocationColumns columns = byTheCodec();
    columns.satellites[PACKETS - 1]++;
    assertNotEquals(stream.truth().checksum(), columns.checksum());
  }

  @Test
  void theStreamIsWhatTerminalsSend() {
    double wireBytes = (double) stream.wire().length / PACKETS;
    assertTrue(wireBytes >= 60 && wireBytes <= 80, wireBytes + " bytes a packet");
    double escaped = (double) stream.escaped() / PACKETS;
    assertTrue(escaped > 0.14 && escaped < 0.18, escaped + " of the packets have an escape");
    assertTrue(stream.chunks().size() > 1);
  }

  @Test
  void aResultIsOneLineOfJson() throws IOException {
    BenchResult result = new BenchResult("decode", 500, "packets/s", 1000, "less").with("cpuNs", 2);
    JsonNode json = new ObjectMapper().readTree(result.json());
    assertEquals(0.5, json.get("ratio").asDouble());
    assertEquals(2, json.get("cpuNs").asDouble());
    assertEquals("decode", json.get("bench").asText());
    assertEquals(-1, result.json().indexOf('\n'));
  }

  private LocationColumns byTheCodec() {
    LocationColumns columns = new LocationColumns(PACKETS);
    try (CodecDecoding codec = new CodecDecoding(stream)) {
      codec.fill(columns);
    }
    return columns;
  }
}
