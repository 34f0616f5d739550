package io.qingtu.web.bench;

import java.util.Arrays;

/** All that a stream of location reports says, a column a field: what every decoder has to fill. */
final class LocationColumns {
  final int[] version;
  final int[] serialNumber;
  final int[] phoneHead;
  final long[] phoneTail;
  final long[] alarms;
  final long[] status;
  final long[] latitudeE6;
  final long[] longitudeE6;
  final int[] altitudeMetres;
  final int[] speedDeciKmh;
  final int[] directionDegrees;
  final long[] epochSecond;
  final long[] mileageDeciKm;
  final int[] fuelDeciLitres;
  final int[] recorderDeciKmh;
  final long[] vehicleSignals;
  final int[] signalStrength;
  final int[] satellites;

  /** Rows that are filled. */
  int rows;

  LocationColumns(int capacity) {
    version = new int[capacity];
    serialNumber = new int[capacity];
    phoneHead = new int[capacity];
    phoneTail = new long[capacity];
    alarms = new long[capacity];
    status = new long[capacity];
    latitudeE6 = new long[capacity];
    longitudeE6 = new long[capacity];
    altitudeMetres = new int[capacity];
    speedDeciKmh = new int[capacity];
    directionDegrees = new int[capacity];
    epochSecond = new long[capacity];
    mileageDeciKm = new long[capacity];
    fuelDeciLitres = new int[capacity];
    recorderDeciKmh = new int[capacity];
    vehicleSignals = new long[capacity];
    signalStrength = new int[capacity];
    satellites = new int[capacity];
  }

  /** A checksum over every field of every row. */
  long checksum() {
    int[][] words = {
      version,
      serialNumber,
      phoneHead,
      altitudeMetres,
      speedDeciKmh,
      directionDegrees,
      fuelDeciLitres,
      recorderDeciKmh,
      signalStrength,
      satellites
    };
    long[][] longs = {
      phoneTail, alarms, status, latitudeE6, longitudeE6, epochSecond, mileageDeciKm, vehicleSignals
    };
    long sum = rows;
    for (int[] column : words) {
      sum = 31 * sum + Arrays.hashCode(Arrays.copyOf(column, rows));
    }
    for (long[] column : longs) {
      sum = 31 * sum + Arrays.hashCode(Arrays.copyOf(column, rows));
    }
    return sum;
  }
}
