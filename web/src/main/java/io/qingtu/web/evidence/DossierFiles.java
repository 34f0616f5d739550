package io.qingtu.web.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.DamagedMediaException;
import io.qingtu.server.store.DossierQueries.RawFix;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.MediaRow;
import io.qingtu.web.export.CsvRows;
import io.qingtu.web.export.TrackColumns;
import io.qingtu.web.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** A dossier as files: what machines read in canonical JSON and CSV, what people read as SVG. */
final class DossierFiles {
  private static final double MAP_WIDTH = 152;
  private static final double MAP_HEIGHT = 110;

  private final Dossier dossier;
  private final MediaFolder folder;
  private final List<BundleFile> files = new ArrayList<>();

  private DossierFiles(Dossier dossier, MediaFolder folder) {
    this.dossier = dossier;
    this.folder = folder;
  }

  /** Every file but the printed sheet, which names these with their hashes. */
  static List<BundleFile> of(Dossier dossier, MediaFolder folder) throws IOException {
    DossierFiles made = new DossierFiles(dossier, folder);
    made.alert();
    made.track();
    made.plan();
    made.drawings();
    made.media();
    made.handling();
    return List.copyOf(made.files);
  }

  private void json(String name, Object value) {
    files.add(BundleFile.of(name, CanonicalJson.bytes(value)));
  }

  private void alert() {
    AlertRow alert = dossier.alert();
    json("alert.json", alert);
    json("revisions.json", dossier.revisions());
    json("decision.json", alert.decision());
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("rule", alert.rule());
    rule.put("version", alert.ruleVersion());
    rule.put("parameters", dossier.parameters().map(DossierFiles::parsed).orElse(null));
    rule.put(
        "parametersSha256",
        dossier.parameters().map(p -> CanonicalJson.sha256(parsed(p))).orElse(null));
    json("rule.json", rule);
  }

  private void track() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvRows csv = new CsvRows(out)) {
      csv.head(TrackColumns.NAMES);
      for (Position p : dossier.track()) {
        csv.row(TrackColumns.of(p));
      }
    }
    files.add(BundleFile.of("track.csv", out.toByteArray()));
    StringBuilder raw = new StringBuilder();
    for (RawFix fix : dossier.raw()) {
      Map<String, Object> line =
          Map.of("time", fix.time(), "received", fix.received(), "items", fix.items().hex());
      raw.append(new String(CanonicalJson.bytes(line), StandardCharsets.UTF_8)).append('\n');
    }
    files.add(BundleFile.of("raw-items.jsonl", raw.toString()));
  }

  /** The city's files have no versions of their own: each object is named by what it says. */
  private void plan() {
    Dossier.Plan plan = dossier.plan();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("permit", plan.permit().isNull() ? null : versioned(plan.permit()));
    all.put("places", plan.places().stream().map(DossierFiles::versioned).toList());
    all.put("routes", plan.routes().stream().map(DossierFiles::versioned).toList());
    all.put("segments", plan.segments().stream().map(DossierFiles::versioned).toList());
    json("plan.json", all);
  }

  private static Map<String, Object> versioned(JsonNode object) {
    return Map.of("sha256", CanonicalJson.sha256(object), "content", object);
  }

  private void drawings() {
    String map = EventMap.draw(dossier, MAP_WIDTH, MAP_HEIGHT);
    if (!map.isEmpty()) {
      files.add(BundleFile.of("map.svg", map));
    }
    String curves = SensorCurves.draw(dossier);
    if (!curves.isEmpty()) {
      files.add(BundleFile.of("sensors.svg", curves));
    }
  }

  /** A file that is missing or was altered on our side is said to be so, and is not there. */
  private void media() {
    List<ObjectNode> list = new ArrayList<>();
    TreeSet<String> there = new TreeSet<>();
    for (MediaRow row : dossier.media()) {
      String name = mediaName(row.sha256(), row.format());
      list.add(file(Json.MAPPER.valueToTree(row), row.sha256(), name, there));
    }
    dossier
        .handling()
        .caseHistory()
        .ifPresent(
            history ->
                history
                    .photos()
                    .forEach(photo -> list.add(file(photo("caseId", photo), photo, there))));
    for (Dossier.Question question : dossier.handling().questions()) {
      for (FiledPhoto photo : question.photos()) {
        list.add(file(photo("noticeId", photo), photo, there));
      }
    }
    for (FiledPhoto photo : dossier.handling().appealPhotos()) {
      list.add(file(photo("alertId", photo), photo, there));
    }
    json("media.json", list);
  }

  private ObjectNode file(ObjectNode about, FiledPhoto photo, TreeSet<String> there) {
    return file(about, photo.sha256(), mediaName(photo.sha256(), photo.format()), there);
  }

  private ObjectNode file(ObjectNode about, String sha256, String name, TreeSet<String> there) {
    try {
      if (there.add(name)) {
        files.add(BundleFile.of(name, folder.verified(sha256)));
      }
      about.put("file", name);
    } catch (DamagedMediaException e) {
      there.remove(name);
      about.putNull("file").put("fault", e.getMessage());
    }
    return about;
  }

  /** Where a picture lies in the bundle. */
  static String mediaName(String sha256, String format) {
    String clean = format.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return "media/" + sha256 + "." + (clean.isEmpty() ? "bin" : clean);
  }

  private void handling() {
    Dossier.Handling handling = dossier.handling();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("reviews", handling.reviews());
    all.put("notices", handling.questions().stream().map(DossierFiles::question).toList());
    all.put("appeal", handling.appeal().map(DossierFiles::appeal).orElse(null));
    all.put("case", handling.caseHistory().map(DossierFiles::caseHistory).orElse(null));
    json("handling.json", all);
    Map<String, Object> log = new LinkedHashMap<>();
    // but for the addresses that people worked from, which are nobody's evidence
    log.put(
        "lines",
        handling.log().stream()
            .map(line -> Json.MAPPER.<ObjectNode>valueToTree(line))
            .map(line -> line.set("line", line.<ObjectNode>withObject("/line").without("origin")))
            .toList());
    log.put(
        "head",
        handling.log().isEmpty()
            ? null
            : handling.log().get(handling.log().size() - 1).line().hash());
    json("audit.json", log);
  }

  private static ObjectNode appeal(Dossier.Objection objection) {
    ObjectNode node = Json.MAPPER.valueToTree(objection.row().appeal());
    node.remove("userId");
    node.set("photos", photos("alertId", objection.photos()));
    return node.set("confirmedAt", Json.MAPPER.valueToTree(objection.row().confirmedAt()));
  }

  private static ObjectNode question(Dossier.Question question) {
    ObjectNode node = Json.MAPPER.valueToTree(question.notice());
    node.remove(List.of("companyId", "askedBy"));
    return node.set("photos", photos("noticeId", question.photos()));
  }

  private static ObjectNode caseHistory(Dossier.CaseHistory history) {
    ObjectNode node = Json.MAPPER.valueToTree(history);
    return node.set("photos", photos("caseId", history.photos()));
  }

  private static JsonNode photos(String of, List<FiledPhoto> photos) {
    return Json.MAPPER.valueToTree(photos.stream().map(p -> photo(of, p)).toList());
  }

  /** Without what only tells our own rows, and what phones have sent, apart. */
  private static ObjectNode photo(String of, FiledPhoto photo) {
    ObjectNode node = Json.MAPPER.valueToTree(photo);
    node.remove(List.of("of", "userId", "clientId"));
    return node.put(of, photo.of());
  }

  private static JsonNode parsed(String json) {
    return Surroundings.parsed(List.of(json)).get(0);
  }
}
