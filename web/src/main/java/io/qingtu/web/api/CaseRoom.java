package io.qingtu.web.api;

import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.MediaFolder;
import java.util.function.Supplier;

/** What the topics of cases share. */
public record CaseRoom(CaseQueries cases, CaseStore store, CasePhotoStore photos) {
  /**
   * @param calendar the bureau's working time as it is known now
   */
  public CaseRoom(Database database, MediaFolder folder, Supplier<WorkCalendar> calendar) {
    this(
        new CaseQueries(database),
        new CaseStore(database, calendar),
        new CasePhotoStore(database, folder));
  }

  CaseDetails details() {
    return new CaseDetails(cases, store, photos);
  }
}
