package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.Scene;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AppealPhotos;
import io.qingtu.server.store.AppealQueries;
import io.qingtu.server.store.AppealRefusal;
import io.qingtu.server.store.AppealRow;
import io.qingtu.server.store.AppealStore;
import io.qingtu.server.store.CalendarStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.AlertNews;
import io.qingtu.web.live.LiveFeed;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the topic of appeals needs: the stores, who is told, and how an appeal is shown.
 *
 * @param news that a review has changed an alert
 * @param feed that an appeal was lodged or decided
 */
public record AppealRoom(
    AppealStore store,
    AppealPhotos photos,
    AppealQueries queries,
    CalendarStore calendar,
    AlertNews news,
    LiveFeed feed) {
  public AppealRoom(Database database, MediaFolder folder, AlertNews news, LiveFeed feed) {
    this(
        new AppealStore(database, new CalendarStore(database)::read),
        new AppealPhotos(database, folder, new CalendarStore(database)::read),
        new AppealQueries(database),
        new CalendarStore(database),
        news,
        feed);
  }

  /** What an alert is charged by, and the appeal against it, as one reader sees it. */
  ObjectNode of(AppealRow row, Account reader, Instant now) {
    return of(List.of(row), reader, now).get(0);
  }

  /** As {@link #of(AppealRow, Account, Instant)}, in their order. */
  List<ObjectNode> of(List<AppealRow> rows, Account reader, Instant now) {
    WorkCalendar today = calendar.read();
    Map<Long, List<FiledPhoto>> known = photos.of(rows.stream().map(AppealRow::alertId).toList());
    return rows.stream()
        .map(
            r ->
                json(r, today.end(r.confirmedAt(), Limit.TO_APPEAL), reader, now)
                    .set("appeal", appeal(r, known.getOrDefault(r.alertId(), List.of()))))
        .map(ObjectNode.class::cast)
        .toList();
  }

  private static ObjectNode json(AppealRow row, Instant until, Account reader, Instant now) {
    ObjectNode node = Json.MAPPER.valueToTree(row);
    node.remove(List.of("companyId", "confirmers", "appeal"));
    node.put("alertId", Long.toString(row.alertId()));
    RuleNames.Name name = RuleNames.of(row.rule());
    node.put("ruleName", name.zh()).put("ruleNameEn", name.en());
    node.set("until", Json.MAPPER.valueToTree(until));
    boolean none = row.appeal().id() == 0;
    node.put("mayLodge", none && !now.isAfter(until) && answersFor(reader, row));
    node.put("mayDecide", !none && mayDecide(reader, row));
    return node;
  }

  /** Null where there is none. */
  private static JsonNode appeal(AppealRow row, List<FiledPhoto> photos) {
    if (row.appeal().id() == 0) {
      return NullNode.instance;
    }
    ObjectNode node = Json.MAPPER.valueToTree(row.appeal());
    node.remove("userId");
    node.put("id", Long.toString(row.appeal().id()));
    ArrayNode shown = node.putArray("photos");
    photos.forEach(photo -> shown.add(shown(photo, row.lon(), row.lat())));
    return node;
  }

  /**
   * A photo of an appeal.
   *
   * @param lon degrees, WGS-84, of the alert's place; NaN where it has none
   * @param lat degrees, WGS-84, like it
   */
  static ObjectNode shown(FiledPhoto photo, double lon, double lat) {
    return ShownPhoto.of(photo, "/alerts/" + photo.of() + "/appeal", new Scene(lon, lat));
  }

  /**
   * Who asks, if the own company may appeal.
   *
   * @throws ApiException where nobody may for it
   */
  static Account appellant(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.APPEAL);
    if (account.scope().reach() != Scope.Reach.COMPANY) {
      throw ApiException.forbidden("the company itself appeals");
    }
    return account;
  }

  /** The company itself appeals, and nobody for it. */
  static boolean answersFor(Account reader, AppealRow row) {
    return reader.may(Permission.APPEAL)
        && reader.scope().reach() == Scope.Reach.COMPANY
        && reader.companyId() == row.companyId();
  }

  private static boolean mayDecide(Account reader, AppealRow row) {
    return row.appeal().decision() == null
        && reader.mayReview(row.rule())
        && row.appeal().userId() != reader.id()
        && !row.confirmers().contains(reader.id());
  }

  /** What is answered to who may not do so. */
  static ApiException refused(AppealRefusal e) {
    return switch (e.why()) {
      case UNKNOWN -> ApiException.notFound("appeal");
      case FOUR_EYES -> ApiException.forbidden(e.getMessage());
      default -> ApiException.conflict(e.why().name().toLowerCase(Locale.ROOT), e.getMessage());
    };
  }
}
