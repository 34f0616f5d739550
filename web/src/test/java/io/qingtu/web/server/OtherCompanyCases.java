package io.qingtu.web.server;

import static io.qingtu.web.server.OtherCompany.LAT;
import static io.qingtu.web.server.OtherCompany.LON;
import static io.qingtu.web.server.OtherCompany.MARK;
import static io.qingtu.web.server.OtherCompany.PLATE;
import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.TRUCK;

import io.qingtu.route.casework.Scene;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.TakenPhoto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cases of the other company, with their photos, steps and reports. */
final class OtherCompanyCases {
  private final OtherCompany company;

  /** Of its own truck. */
  final long file;

  /** Of the first company's truck; this company's words have come into it. */
  final long merged;

  /** Of its own truck; the first company is to handle it. */
  final long lent;

  /** Of the first two, by the case's id. */
  final Map<Long, Long> photos = new HashMap<>();

  OtherCompanyCases(OtherCompany company) {
    this.company = company;
    file = caseOf(company.vehicle, company.id, "CLEANING");
    merged = caseOf(1, 1, "VIOLATION");
    into(merged);
    lent = caseOf(company.vehicle, company.id, "SPILL");
    company.web.database.update(
        "update case_file set side_id = 1, title = ?, lon = 119.1, lat = 36.7 where id = ?",
        "M03 " + PLATE,
        lent);
  }

  private long caseOf(int truck, int owner, String type) {
    return company.number(
        "insert into case_file (type, title, lon, lat, found_at, accepted_at, vehicle_id, company_id,"
            + " stage, since, version) values (?, ?, ?, ?, ?, ?, ?, ?, 'HANDLING', ?, 3) returning id",
        type,
        truck == company.vehicle ? MARK : "M03 " + TRUCK,
        truck == company.vehicle ? LON : 119.1,
        truck == company.vehicle ? LAT : 36.7,
        NOW,
        NOW,
        truck,
        owner,
        NOW);
  }

  private long photo(long of) {
    return new CasePhotoStore(company.web.database, company.web.media.folder())
        .file(
            of,
            new TakenPhoto(company.user(), "photo-" + of, "jpg", NOW, new Scene(LON, LAT)),
            OtherCompany.picture(),
            NOW)
        .id();
  }

  /** Its side, its photo, its answer and a report that names it. */
  private void into(long target) {
    company.web.database.update(
        "update case_file set side_id = ? where id = ?", company.id, target);
    for (long each : List.of(target, file)) {
      long photo = photo(each);
      photos.put(each, photo);
      company.web.database.update(
          "insert into case_step (case_id, version, move, user_id, at, side_id, photo_id, note)"
              + " values (?, 1, 'FILE', 1, ?, null, null, ''), (?, 2, 'DISPATCH', 1, ?, ?, null, ''),"
              + " (?, 3, 'ANSWER', ?, ?, null, ?, ?)",
          each,
          NOW,
          each,
          NOW,
          company.id,
          each,
          company.user(),
          NOW,
          photo,
          MARK);
      company.web.database.update(
          "insert into case_source (case_id, source, source_id, found_at, filed_at, lon, lat,"
              + " payload, reply_to) values (?, 'hotline', ?, ?, ?, ?, ?, ?::jsonb, ?)",
          each,
          MARK + each,
          NOW,
          NOW,
          LON,
          LAT,
          "{\"text\":\"" + PLATE + "\"}",
          MARK);
    }
  }
}
