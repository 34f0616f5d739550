package io.qingtu.web.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AppealPhotos;
import io.qingtu.server.store.AppealQueries;
import io.qingtu.server.store.CalendarStore;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.DossierQueries;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.MapQueries;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.NoticePhotos;
import io.qingtu.server.store.NoticeRow;
import io.qingtu.server.store.NoticeStore;
import io.qingtu.server.store.RuleSetStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.SettingStore;
import io.qingtu.server.store.TrackQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers what is on file of an alert. Whether somebody may have it is decided before; the database
 * is asked.
 */
public final class DossierReader {
  private final String city;
  private final AlertQueries alerts;
  private final CaseQueries cases;
  private final CasePhotoStore photos;
  private final AppealQueries appeals;
  private final AppealPhotos objections;
  private final NoticeStore notices;
  private final NoticePhotos explanations;
  private final DossierQueries further;
  private final RuleSetStore ruleSets;
  private final AlertTrack tracks;
  private final MapQueries map;
  private final AlertMedia media;
  private final SettingStore settings;

  public DossierReader(String city, Database database, MediaFolder folder) {
    this.city = city;
    this.alerts = new AlertQueries(database);
    this.cases = new CaseQueries(database);
    this.photos = new CasePhotoStore(database, folder);
    this.appeals = new AppealQueries(database);
    this.objections = new AppealPhotos(database, folder, new CalendarStore(database)::read);
    this.notices = new NoticeStore(database, new CalendarStore(database)::read);
    this.explanations = new NoticePhotos(database, folder);
    this.further = new DossierQueries(database);
    this.ruleSets = new RuleSetStore(database);
    this.tracks = new AlertTrack(new TrackQueries(database));
    this.map = new MapQueries(database);
    this.media = new AlertMedia(new MediaQueries(database));
    this.settings = new SettingStore(database);
  }

  /** The case that an alert has become or joined. */
  public Optional<CaseRow> caseOf(AlertRow alert) {
    return cases.ofEvent("alert", Long.toString(alert.id()));
  }

  /**
   * @param now until when an alert that goes on is shown
   * @param reader a company is not told who else reported a case, or what was done to others in it
   */
  public Dossier read(AlertRow alert, Instant now, Scope reader) {
    List<Position> track = tracks.of(alert, now);
    return new Dossier(
        city,
        settings.synthetic(),
        alert,
        alerts.revisions(alert.id()),
        ruleSets.findParameters(alert.ruleVersion(), alert.plate()),
        track,
        track.isEmpty() ? List.of() : further.rawItems(alert.plate(), track),
        plan(alert, track),
        media.of(alert, Scope.CITY),
        handling(alert, reader));
  }

  private Dossier.Plan plan(AlertRow alert, List<Position> track) {
    Surroundings around = new Surroundings(map, alert, track);
    JsonNode permit =
        Surroundings.parsed(List.of(map.permit(alert.permitId(), owner(alert)).orElse("null")))
            .get(0);
    return new Dossier.Plan(
        permit,
        around.places(),
        Surroundings.parsed(map.routesOf(alert.permitId())),
        Surroundings.parsed(map.segments(alert.segmentIds())),
        around.roads());
  }

  /** Whoever reads it: a permit of another company is none of the alert's. */
  private static Scope owner(AlertRow alert) {
    return alert.companyId() == 0 ? Scope.CITY : Scope.ofCompany(alert.companyId());
  }

  private Dossier.Handling handling(AlertRow alert, Scope reader) {
    Optional<Dossier.CaseHistory> history =
        caseOf(alert).flatMap(row -> cases.find(row.id(), reader)).map(row -> history(row, reader));
    List<String> objects = new ArrayList<>(List.of("alert/" + alert.id()));
    if (reader.wholeCity()) {
      history.ifPresent(h -> objects.add("case/" + h.row().id()));
    }
    return new Dossier.Handling(
        further.reviews(alert.id()),
        questions(alert.id()),
        objection(alert.id()),
        history,
        further.log(objects));
  }

  private Optional<Dossier.Objection> objection(long alertId) {
    List<FiledPhoto> shown = objections.of(List.of(alertId)).getOrDefault(alertId, List.of());
    return appeals
        .ofAlert(alertId, Scope.CITY)
        .filter(a -> a.appeal().id() != 0)
        .map(a -> new Dossier.Objection(a, shown));
  }

  private List<Dossier.Question> questions(long alertId) {
    List<NoticeRow> asked = notices.ofAlert(alertId, Scope.CITY);
    Map<Long, List<FiledPhoto>> shown = explanations.of(asked.stream().map(NoticeRow::id).toList());
    return asked.stream()
        .map(n -> new Dossier.Question(n, shown.getOrDefault(n.id(), List.of())))
        .toList();
  }

  private Dossier.CaseHistory history(CaseRow row, Scope reader) {
    return new Dossier.CaseHistory(
        row,
        cases.sources(row.id(), reader),
        cases.steps(row.id(), reader),
        photos.ofCase(row.id(), reader));
  }
}
