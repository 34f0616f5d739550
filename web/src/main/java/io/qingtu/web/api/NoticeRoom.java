package io.qingtu.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.casework.Scene;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.server.store.CalendarStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.NoticePhotos;
import io.qingtu.server.store.NoticeRefusal;
import io.qingtu.server.store.NoticeRow;
import io.qingtu.server.store.NoticeStore;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.LiveFeed;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the topics of questions to companies share: the stores, and how a question is shown. */
public record NoticeRoom(NoticeStore notices, NoticePhotos photos, LiveFeed feed) {
  public NoticeRoom(Database database, MediaFolder folder, LiveFeed feed) {
    this(
        new NoticeStore(database, new CalendarStore(database)::read),
        new NoticePhotos(database, folder),
        feed);
  }

  /** The question that the path names, if the reader may see it. */
  NoticeRow named(RoutingContext ctx) {
    return Named.of(ctx, "notice", id -> notices.find(id, Sessions.scope(ctx)));
  }

  /**
   * Tells the live feed that a question was asked or answered, and shows how it stands.
   *
   * @param reader id of whoever is shown it
   */
  ObjectNode changed(NoticeRow row, int reader) {
    feed.accept(row);
    return of(row, reader);
  }

  /**
   * A question as it is shown.
   *
   * @param reader id of whoever is shown it
   */
  ObjectNode of(NoticeRow row, int reader) {
    return of(List.of(row), reader).get(0);
  }

  /** As {@link #of(NoticeRow, int)}, in their order. */
  List<ObjectNode> of(List<NoticeRow> rows, int reader) {
    Map<Long, List<FiledPhoto>> known = photos.of(rows.stream().map(NoticeRow::id).toList());
    return rows.stream().map(r -> json(r, known.getOrDefault(r.id(), List.of()), reader)).toList();
  }

  private static ObjectNode json(NoticeRow row, List<FiledPhoto> own, int reader) {
    ObjectNode node = Json.MAPPER.valueToTree(row);
    node.remove(List.of("companyId", "askedBy"));
    RuleNames.Name name = RuleNames.of(row.rule());
    node.put("ruleName", name.zh()).put("ruleNameEn", name.en());
    node.put("own", row.askedBy() == reader);
    Scene place = new Scene(row.lon(), row.lat());
    ArrayNode shown = node.putArray("photos");
    own.forEach(photo -> shown.add(ShownPhoto.of(photo, "/notices/" + row.id(), place)));
    return node;
  }

  /** What is answered to who sends what a question does not take. */
  static ApiException refused(NoticeRefusal e) {
    return e.why() == NoticeRefusal.Why.UNKNOWN
        ? ApiException.notFound("notice")
        : ApiException.conflict(e.why().name().toLowerCase(Locale.ROOT), e.getMessage());
  }

  /** Answered by the company itself: nobody else can explain for it. */
  static int company(RoutingContext ctx) {
    if (Sessions.scope(ctx).reach() != Scope.Reach.COMPANY) {
      throw ApiException.forbidden("the company itself answers");
    }
    return Sessions.scope(ctx).id();
  }
}
