package io.qingtu.server.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the result files of an analysis: alerts.jsonl, trips.csv, passes.csv, quality.csv. */
public final class LedgerWriter {
  private LedgerWriter() {}

  /**
   * Writes into {@code dir}, which is made where it is not there; the same ledger gives the same
   * bytes.
   */
  public static void write(Path dir, Ledger ledger) {
    try {
      Files.createDirectories(dir);
      writeAlerts(dir.resolve("alerts.jsonl"), ledger);
      writeTrips(dir.resolve("trips.csv"), ledger);
      writePasses(dir.resolve("passes.csv"), ledger);
      writeQuality(dir.resolve("quality.csv"), ledger);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the results to " + dir + ": " + e.getMessage(), e);
    }
  }

  private static void writeAlerts(Path file, Ledger ledger) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Alert a : ledger.alerts()) {
        out.write(AlertLine.of(a).toString());
        out.write('\n');
      }
    }
  }

  private static void writeTrips(Path file, Ledger ledger) throws IOException {
    try (CsvWriter out = csv(file)) {
      out.writeRecord(
          "trip_id",
          "plate",
          "permit_id",
          "site_id",
          "out_time",
          "end_kind",
          "end_place_id",
          "end_time",
          "distance_m",
          "adherence",
          "cover_open_s",
          "max_speed_kmh",
          "observed_share",
          "waybill_id",
          "waybill_match");
      for (Trip t : ledger.trips()) {
        out.writeRecord(
            t.id(),
            t.plate(),
            t.permitId(),
            t.siteId(),
            Times.format(t.outTime()),
            t.endKind() == Trip.EndKind.UNDER_WAY ? "" : t.endKind().name(),
            t.endPlaceId(),
            time(t.endTime()),
            text(t.distanceMetres(), 1),
            text(t.adherence(), 4),
            Long.toString(t.coverOpenSeconds()),
            text(t.maxSpeedKmh(), 1),
            text(t.observedShare(), 4),
            t.waybillId(),
            t.waybillMatch());
      }
    }
  }

  private static void writePasses(Path file, Ledger ledger) throws IOException {
    try (CsvWriter out = csv(file)) {
      out.writeRecord(
          "segment_id",
          "side",
          "op",
          "window_start",
          "window_end",
          "required",
          "done",
          "coverage",
          "result",
          "first",
          "last",
          "plates");
      for (PassResult p : ledger.passes()) {
        out.writeRecord(
            p.segmentId(),
            p.side().name(),
            p.op().name(),
            Times.format(p.windowStart()),
            Times.format(p.windowEnd()),
            Integer.toString(p.required()),
            Integer.toString(p.done()),
            text(p.coverage(), 4),
            p.result().name(),
            time(p.first()),
            time(p.last()),
            String.join(";", p.plates()));
      }
    }
  }

  private static void writeQuality(Path file, Ledger ledger) throws IOException {
    try (CsvWriter out = csv(file)) {
      out.writeRecord(
          "plate", "day", "received", "accepted", "dropped", "observed_share", "sensor_health");
      for (VehicleDayQuality q : ledger.quality()) {
        out.writeRecord(
            q.plate(),
            q.day().toString(),
            Long.toString(q.received()),
            Long.toString(q.accepted()),
            pairs(q.dropped()),
            text(q.observedShare(), 4),
            pairs(q.sensorHealth()));
      }
    }
  }

  static CsvWriter csv(Path file) throws IOException {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8);
  }

  private static String pairs(Map<String, ?> map) {
    return map.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(";"));
  }

  private static String time(Instant t) {
    return t == null ? "" : Times.format(t);
  }

  private static String text(double v, int digits) {
    return Double.isNaN(v) ? "" : AlertLine.decimal(v, digits).toPlainString();
  }
}
