package io.qingtu.web.evidence;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.EvidenceTracks;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.TrackQueries;
import io.qingtu.web.report.KeyCase;
import io.qingtu.web.report.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the weekly report shows of tracks and alerts, as they are on file. Blocks. */
public final class StoredSources implements Sources {
  private final AlertQueries alerts;
  private final TrackQueries tracks;
  private final DossierReader dossiers;
  private final StoryPictures pictures;

  public StoredSources(String city, Database database, MediaFolder folder) {
    this.alerts = new AlertQueries(database);
    this.tracks = new TrackQueries(database);
    this.dossiers = new DossierReader(city, database, folder);
    this.pictures = new StoryPictures(folder);
  }

  @Override
  public Optional<KeyCase> story(Alert alert, Instant asOf) {
    // what goes on is shown for its first day, whatever the hour
    Instant shown = alert.start().plus(EvidenceTracks.OPEN);
    Instant until = shown.isBefore(asOf) ? shown : asOf;
    return alerts
        .find(alert.key(), Scope.CITY)
        .map(row -> dossiers.read(row, until, Scope.CITY))
        .map(d -> CaseStory.of(alert.key(), d, pictures.of(d), asOf));
  }

  @Override
  public List<Position> track(String plate, Instant from, Instant to) {
    return tracks.track(plate, from, to);
  }
}
