package io.qingtu.server.store;

import io.qingtu.route.plan.GateEvent;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** What gate cameras (出入口抓拍) report, with their pictures. */
public final class CaptureStore {
  private final Database database;
  private final MediaStore media;

  public CaptureStore(Database database, MediaFolder folder) {
    this.database = database;
    this.media = new MediaStore(database, folder);
  }

  /** Whether a place is on file. */
  public boolean knowsPlace(String id) {
    return !database.query("select 1 from place where id = ?", row -> true, id).isEmpty();
  }

  /**
   * Files a capture; one of the same camera, time and plate replaces the one before. Its picture
   * becomes one of the vehicle, where a vehicle has that plate.
   *
   * @param format ending of a file name
   * @param picture empty where the camera sent none
   * @return id of the picture; empty where there is none, or no vehicle to file it with
   * @throws UncheckedIOException where the disk fails
   */
  public Optional<Long> file(GateEvent capture, String format, byte[] picture, Instant now) {
    database.inTransaction(
        "filing a capture of " + capture.cameraId(),
        connection -> {
          new PlanWriter(connection).gateEvent(capture);
          return null;
        });
    // whoever's truck it is: a camera sees no company's data, and all their trucks
    Optional<Integer> vehicle =
        ReadAs.get(
            Scope.CITY,
            () ->
                new Query("select id from vehicle where plate = ?", capture.plate())
                    .first(database, r -> r.getInt(1)));
    if (picture.length == 0) {
      return Optional.empty();
    }
    return vehicle.map(id -> media.file(picture(id, capture, format, now), picture));
  }

  private static NewMedia picture(int vehicleId, GateEvent capture, String format, Instant now) {
    return new NewMedia(
        vehicleId,
        "",
        Optional.empty(),
        MediaKind.IMAGE,
        format,
        "GATE_" + (capture.in() ? "IN" : "OUT"),
        0,
        Optional.of(capture.time()),
        now,
        Double.NaN,
        Double.NaN,
        MediaSource.CAMERA,
        capture.cameraId(),
        Optional.empty(),
        Optional.empty());
  }
}
