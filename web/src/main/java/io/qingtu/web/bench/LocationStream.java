package io.qingtu.web.bench;

import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Location reports of many vehicles as they come from the network: half with the header of 2013,
 * half with that of 2019, 28 basic bytes and the items 0x01, 0x02, 0x03, 0x25, 0x30 and 0x31, and
 * escapes where the values want them. The same at every run.
 *
 * @param wire the stream
 * @param truth what it says
 * @param escaped packets with an escape among them
 */
record LocationStream(byte[] wire, LocationColumns truth, int escaped) {
  /** What a read from a socket gives at most. */
  static final int CHUNK_BYTES = 64 * 1024;

  private static final int VEHICLES = 1_000;
  private static final int INTERVAL_SECONDS = 10;
  private static final Instant START = Instant.parse("2026-03-09T00:00:00Z");

  static LocationStream of(int packets) {
    Random random = new Random(808);
    List<Vehicle> vehicles =
        IntStream.range(0, VEHICLES).mapToObj(i -> new Vehicle(i, random)).toList();
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    LocationColumns truth = new LocationColumns(packets);
    int escaped = 0;
    for (int i = 0; i < packets; i++) {
      Instant time = START.plusSeconds((long) i / VEHICLES * INTERVAL_SECONDS);
      byte[] packet = vehicles.get(i % VEHICLES).report(time, truth);
      for (int at = 1; at < packet.length - 1; at++) {
        if (packet[at] == 0x7d) {
          escaped++;
          break;
        }
      }
      wire.writeBytes(packet);
    }
    return new LocationStream(wire.toByteArray(), truth, escaped);
  }

  /** The stream in pieces; frames are cut where they fall. */
  List<byte[]> chunks() {
    return IntStream.iterate(0, at -> at < wire.length, at -> at + CHUNK_BYTES)
        .mapToObj(at -> Arrays.copyOfRange(wire, at, Math.min(wire.length, at + CHUNK_BYTES)))
        .toList();
  }

  private static final class Vehicle {
    private final Random random;
    private final boolean since2019;
    private final String phone;
    private final PacketBuilder packets;
    private int latitudeE6;
    private int longitudeE6;
    private long mileageDeciKm;
    private int fuelDeciLitres;

    Vehicle(int index, Random random) {
      this.random = random;
      since2019 = index % 2 == 1;
      phone = "139" + (10_000_000 + random.nextInt(90_000_000));
      packets =
          new PacketBuilder(since2019 ? Version.V2019 : Version.V2013, phone)
              .serial(random.nextInt(0x10000));
      latitudeE6 = 28_000_000 + random.nextInt(6_000_000);
      longitudeE6 = 112_000_000 + random.nextInt(10_000_000);
      mileageDeciKm = random.nextInt(3_000_000);
      fuelDeciLitres = random.nextInt(4_000);
    }

    byte[] report(Instant time, LocationColumns truth) {
      latitudeE6 += random.nextInt(2_001) - 1_000;
      longitudeE6 += random.nextInt(2_001) - 1_000;
      int speed = random.nextInt(800);
      mileageDeciKm += speed / 360;
      fuelDeciLitres = Math.max(0, fuelDeciLitres - random.nextInt(2));
      int row = truth.rows++;
      truth.version[row] = since2019 ? 2019 : 2013;
      truth.serialNumber[row] = packets.nextSerial();
      truth.phoneTail[row] = Long.parseLong(phone, 16);
      truth.alarms[row] = random.nextInt(20) == 0 ? 1L << random.nextInt(32) : 0;
      truth.status[row] = 0x3 | (long) random.nextInt(4) << 8 | 0xcL << 16;
      truth.latitudeE6[row] = latitudeE6;
      truth.longitudeE6[row] = longitudeE6;
      truth.altitudeMetres[row] = 90 + random.nextInt(60);
      truth.speedDeciKmh[row] = speed;
      truth.directionDegrees[row] = random.nextInt(360);
      truth.epochSecond[row] = time.getEpochSecond() + random.nextInt(INTERVAL_SECONDS);
      truth.mileageDeciKm[row] = mileageDeciKm;
      truth.fuelDeciLitres[row] = fuelDeciLitres;
      truth.recorderDeciKmh[row] = Math.max(0, speed + random.nextInt(21) - 10);
      truth.vehicleSignals[row] = random.nextInt() & 0xffffffffL;
      truth.signalStrength[row] = random.nextInt(0x100);
      truth.satellites[row] = 4 + random.nextInt(20);
      return packets.location(body(row, truth));
    }

    private static LocationBody body(int row, LocationColumns truth) {
      return LocationBody.at(
              truth.latitudeE6[row] / 1e6,
              truth.longitudeE6[row] / 1e6,
              Instant.ofEpochSecond(truth.epochSecond[row]))
          .alarm(truth.alarms[row])
          .status(truth.status[row])
          .altitudeMetres(truth.altitudeMetres[row])
          .speedKmh(truth.speedDeciKmh[row] / 10.0)
          .directionDegrees(truth.directionDegrees[row])
          .odometerKm(truth.mileageDeciKm[row] / 10.0)
          .fuelLitres(truth.fuelDeciLitres[row] / 10.0)
          .recorderSpeedKmh(truth.recorderDeciKmh[row] / 10.0)
          .item(0x25, signals(truth.vehicleSignals[row]))
          .signalStrength(truth.signalStrength[row])
          .satellites(truth.satellites[row]);
    }

    private static byte[] signals(long bits) {
      return new byte[] {
        (byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits
      };
    }
  }
}
