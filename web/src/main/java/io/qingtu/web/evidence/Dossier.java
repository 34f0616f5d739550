package io.qingtu.web.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertRevision;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AppealRow;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.DossierQueries;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.NoticeRow;
import java.util.List;
import java.util.Optional;

/**
 * All that is on file of one alert.
 *
 * @param city its name
 * @param synthetic whether the data are made up, which everything made of them says
 * @param parameters the numbers that decided it, a JSON object; empty where its version never ran
 *     in this house
 * @param track from ten minutes before it to ten minutes after it, as it came
 * @param raw what the terminal sent beside the basic fields of that track
 */
public record Dossier(
    String city,
    boolean synthetic,
    AlertRow alert,
    List<AlertRevision> revisions,
    Optional<String> parameters,
    List<Position> track,
    List<DossierQueries.RawFix> raw,
    Plan plan,
    List<MediaRow> media,
    Handling handling) {

  /**
   * What the rule held the track against, as GeoJSON features.
   *
   * @param permit a JSON object, or JSON's null
   * @param roads about the track, for the map
   */
  public record Plan(
      JsonNode permit,
      List<JsonNode> places,
      List<JsonNode> routes,
      List<JsonNode> segments,
      List<JsonNode> roads) {}

  /** What people did about it. */
  public record Handling(
      List<DossierQueries.ReviewLine> reviews,
      List<Question> questions,
      Optional<Objection> appeal,
      Optional<CaseHistory> caseHistory,
      List<DossierQueries.ChainedLine> log) {
    /** What the company has shown with its appeal. */
    List<FiledPhoto> appealPhotos() {
      return appeal.map(Objection::photos).orElse(List.of());
    }
  }

  /** What its company was asked, and what it has shown with its answer. */
  public record Question(NoticeRow notice, List<FiledPhoto> photos) {}

  /** How its company has appealed against it, and what it has shown with that. */
  public record Objection(AppealRow row, List<FiledPhoto> photos) {}

  /** The case that the alert has become or joined. */
  public record CaseHistory(
      CaseRow row,
      List<CaseQueries.SourceRow> sources,
      List<CaseQueries.StepRow> steps,
      List<FiledPhoto> photos) {}
}
