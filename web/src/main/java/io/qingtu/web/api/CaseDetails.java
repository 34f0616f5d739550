package io.qingtu.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.casework.CaseFile;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Right;
import io.qingtu.route.casework.Scene;
import io.qingtu.route.geo.Datum;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.CaseStore;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.web.http.Json;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A case as one reader sees it: its history, its photos, and what the reader may do now. */
final class CaseDetails {
  private final CaseQueries cases;
  private final CaseStore store;
  private final CasePhotoStore photos;

  CaseDetails(CaseQueries cases, CaseStore store, CasePhotoStore photos) {
    this.cases = cases;
    this.store = store;
    this.photos = photos;
  }

  ObjectNode of(CaseRow row, Account account) {
    CaseFile file = store.file(row.id()).orElseThrow();
    ObjectNode answer = Json.MAPPER.valueToTree(row);
    answer.put("appeal", file.appeal().name());
    answer.set("handling", Json.MAPPER.valueToTree(file.handling()));
    answer.set("gcj02", file.place().isKnown() ? shifted(file.place()) : null);
    answer.set("sourceList", Json.MAPPER.valueToTree(cases.sources(row.id(), account.scope())));
    answer.set("steps", Json.MAPPER.valueToTree(cases.steps(row.id(), account.scope())));
    answer.set(
        "photos",
        Json.MAPPER.valueToTree(
            photos.ofCase(row.id(), account.scope()).stream()
                .map(photo -> json(photo, file))
                .toList()));
    List<Move> moves =
        Arrays.stream(Move.values())
            .filter(m -> file.allows(m) && may(account, m.right(), row))
            .filter(m -> m != Move.APPEAL || !store.appealedBefore(row.id()))
            .toList();
    answer.set("moves", Json.MAPPER.valueToTree(moves));
    return answer
        .put("mayAddPhotos", mayAddPhotos(account, row))
        .put("seesEvidence", seesEvidence(account, row));
  }

  /**
   * Whether the alerts and the vehicle of a case may be looked at: a squad, and a district that
   * only handles it, see the case and no more.
   */
  private boolean seesEvidence(Account account, CaseRow row) {
    return account.seesCity()
        || cases.change(row.id()).filter(c -> account.scope().covers(c.companyId())).isPresent();
  }

  /** Its place as the maps of phones in China take it. */
  private static ObjectNode shifted(Scene place) {
    Coordinate shifted = Datum.GCJ02.fromWgs84(place.longitude(), place.latitude());
    return Json.MAPPER.createObjectNode().put("lon", shifted.x).put("lat", shifted.y);
  }

  /** A photo with what keeps it from showing the place in order. */
  ObjectNode of(FiledPhoto photo) {
    return json(photo, store.file(photo.of()).orElseThrow());
  }

  private static ObjectNode json(FiledPhoto photo, CaseFile file) {
    ObjectNode json = ShownPhoto.of(photo, "/cases/" + photo.of(), file.place());
    return json.put(
        "fault", photo.ofPlace().fault(file.place(), file.filedAt()).map(Enum::name).orElse(null));
  }

  /**
   * Those who see only their own side's cases handle only what is dispatched to it; against what
   * its vehicle is blamed for a company appeals whoever handles it.
   */
  static boolean may(Account account, Right right, CaseRow row) {
    return account.may(right, row.type())
        && (right != Right.HANDLE || account.seesCity() || row.sideId() == account.companyId());
  }

  /** Whoever works on it, and not who only calls for it or reads. */
  static boolean mayAddPhotos(Account account, CaseRow row) {
    boolean works =
        may(account, Right.HANDLE, row)
            || may(account, Right.DISPATCH, row)
            || may(account, Right.VERIFY, row);
    return works && row.stage().isUnfinished();
  }
}
