package io.qingtu.web.api;

import io.qingtu.route.acceptance.CheckResult;
import io.qingtu.route.acceptance.LiveTest;
import io.qingtu.route.acceptance.PhotoKind;
import io.qingtu.route.plan.Parameters;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.InstallationPhotos;
import io.qingtu.server.store.InstallationPhotos.PhotoRow;
import io.qingtu.server.store.InstallationQueries;
import io.qingtu.server.store.InstallationQueries.StepRow;
import io.qingtu.server.store.InstallationRow;
import io.qingtu.server.store.InstallationStore;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.TrackQueries;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the topics of installations share. */
public record Workshop(
    InstallationQueries installations,
    InstallationStore store,
    InstallationPhotos photos,
    TrackQueries tracks,
    Supplier<Parameters> parameters) {
  /** Nobody stands beside a vehicle for longer; what takes two days is begun anew. */
  private static final Duration LONGEST_TEST = Duration.ofHours(24);

  public Workshop(Database database, MediaFolder folder, Supplier<Parameters> parameters) {
    this(
        new InstallationQueries(database),
        new InstallationStore(database),
        new InstallationPhotos(database, folder),
        new TrackQueries(database),
        parameters);
  }

  /** The installation that the path names, if the reader may see it. */
  InstallationRow named(RoutingContext ctx) {
    return Named.of(ctx, "installation", id -> installations.find(id, Sessions.scope(ctx)));
  }

  /** Its live test by what has come so far: until its end, or for as long as a test may take. */
  LiveTest test(InstallationRow row, List<StepRow> steps, Instant now) {
    LiveTest test = new LiveTest(row.vehicle(), parameters.get(), InstallationQueries.slips(steps));
    if (row.testedFrom() != null) {
      Instant longest = row.testedFrom().plus(LONGEST_TEST);
      Instant end = row.endedAt() == null ? now : row.endedAt();
      tracks.each(
          row.vehicle().plate(),
          row.testedFrom(),
          end.isBefore(longest) ? end : longest,
          test::accept);
    }
    return test;
  }

  /**
   * What it still lacks before it can be accepted: the right VIN, points of the test, then photos.
   */
  static List<String> missing(
      InstallationRow row, List<CheckResult> results, List<PhotoRow> photos) {
    List<String> missing = new ArrayList<>();
    if (row.isOfAnotherVehicle()) {
      missing.add("VIN");
    }
    results.stream().filter(r -> !r.passed()).forEach(r -> missing.add("TEST_" + r.point()));
    PhotoKind.of(row.vehicle().sensors()).stream()
        .filter(kind -> photos.stream().noneMatch(p -> p.kind() == kind))
        .forEach(kind -> missing.add("PHOTO_" + kind));
    return missing;
  }
}
