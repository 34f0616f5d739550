package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.acceptance.Calibration;
import io.qingtu.route.acceptance.CheckResult;
import io.qingtu.route.acceptance.LiveTest;
import io.qingtu.route.acceptance.PhotoKind;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.InstallationPhotos.PhotoRow;
import io.qingtu.server.store.InstallationQueries.StepRow;
import io.qingtu.server.store.InstallationRow;
import io.qingtu.server.store.InstallationRow.Move;
import io.qingtu.server.store.InstallationRow.Reason;
import io.qingtu.server.store.InstallationRow.State;
import io.qingtu.server.store.Permission;
import io.qingtu.web.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the API says of an installation: its live test, photos and steps. */
final class InstallationDetails {
  /** Of the detail of an acceptance: the points by which it was accepted. */
  static final String POINTS = "points";

  record Installation(
      String id,
      String plate,
      String company,
      List<String> sensors,
      String vin,
      String registeredVin,
      String phone,
      String iccid,
      Reason reason,
      String by,
      Instant orderedAt,
      State state,
      Instant testedFrom,
      Instant endedAt,
      boolean current) {
    static Installation of(InstallationRow row) {
      return new Installation(
          Long.toString(row.id()),
          row.vehicle().plate(),
          row.vehicle().company(),
          row.vehicle().sensors().stream().map(Enum::name).sorted().toList(),
          row.vin(),
          row.registeredVin(),
          row.phone(),
          row.iccid(),
          row.reason(),
          row.by(),
          row.orderedAt(),
          row.state(),
          row.testedFrom(),
          row.endedAt(),
          row.current());
    }
  }

  /**
   * @param missing what it lacks before it can be accepted, as {@code TEST_COVER}, {@code
   *     PHOTO_SEAL}
   */
  private record Detail(
      Installation installation,
      Instant time,
      boolean mayInstall,
      JsonNode points,
      Weights calibration,
      List<PhotoKind> photosNeeded,
      List<Photo> photos,
      List<StepRow> steps,
      List<String> missing) {}

  private record Point(
      String point,
      boolean passed,
      List<CheckResult.Sighting> seen,
      List<String> missing,
      double measured) {
    static Point of(CheckResult r) {
      return new Point(r.point().name(), r.passed(), r.seen(), r.missing(), r.measured());
    }
  }

  private record Weights(
      double payloadT, double emptyT, double loadedT, double error, double scale) {
    static Weights of(Calibration c) {
      return new Weights(c.payloadT(), c.emptyT(), c.loadedT(), c.error(), c.scale());
    }
  }

  private record Photo(
      String id, PhotoKind kind, String by, Instant takenAt, double lon, double lat, String url) {
    static Photo of(PhotoRow row) {
      FiledPhoto p = row.photo();
      return new Photo(
          Long.toString(p.id()),
          row.kind(),
          p.by(),
          p.takenAt(),
          p.lon(),
          p.lat(),
          "/api/v1/installations/" + p.of() + "/photos/" + p.id());
    }
  }

  private final Workshop room;

  InstallationDetails(Workshop room) {
    this.room = room;
  }

  /** An installation as somebody is shown it. */
  Object of(InstallationRow row, Account reader, Instant now) {
    List<StepRow> steps = room.installations().steps(row.id());
    LiveTest test = room.test(row, steps, now);
    List<CheckResult> results = test.results();
    List<PhotoRow> photos = room.photos().of(row.id());
    return new Detail(
        Installation.of(row),
        now,
        reader.may(Permission.INSTALL) && row.state().isOpen(),
        accepted(steps).orElseGet(() -> points(results)),
        test.calibration().map(Weights::of).orElse(null),
        PhotoKind.of(row.vehicle().sensors()),
        photos.stream().map(Photo::of).toList(),
        steps,
        row.state().isOpen() ? Workshop.missing(row, results, photos) : List.of());
  }

  static JsonNode points(List<CheckResult> results) {
    return Json.MAPPER.valueToTree(results.stream().map(Point::of).toList());
  }

  /** The points by which it was accepted: they stay when its track is no longer kept. */
  private static Optional<JsonNode> accepted(List<StepRow> steps) {
    return steps.stream()
        .filter(s -> s.move() == Move.ACCEPT)
        .map(s -> s.detail().get(POINTS))
        .findFirst();
  }
}
