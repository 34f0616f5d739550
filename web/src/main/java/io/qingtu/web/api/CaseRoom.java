package io.qingtu.web.api;

import io.qingtu.server.store.CalendarStore;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.WaterStore;

/** What the topics of cases share. */
public record CaseRoom(
    CaseQueries cases, CaseStore store, CasePhotoStore photos, WaterStore water) {
  public CaseRoom(Database database, MediaFolder folder) {
    this(
        new CaseQueries(database),
        new CaseStore(database, new CalendarStore(database)::read),
        new CasePhotoStore(database, folder),
        new WaterStore(database));
  }

  CaseDetails details() {
    return new CaseDetails(cases, store, photos);
  }
}
