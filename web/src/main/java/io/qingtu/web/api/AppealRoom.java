package io.qingtu.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AppealQueries;
import io.qingtu.server.store.AppealRefusal;
import io.qingtu.server.store.AppealRow;
import io.qingtu.server.store.AppealRow.Appeal;
import io.qingtu.server.store.AppealStore;
import io.qingtu.server.store.CalendarStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Json;
import io.qingtu.web.live.AlertNews;
import io.qingtu.web.live.LiveFeed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What the topic of appeals needs: the stores, who is told, and how an appeal is shown.
 *
 * @param news that a review has changed an alert
 * @param feed that an appeal was lodged or decided
 */
public record AppealRoom(
    AppealStore store,
    AppealQueries queries,
    CalendarStore calendar,
    AlertNews news,
    LiveFeed feed) {
  public AppealRoom(Database database, AlertNews news, LiveFeed feed) {
    this(
        new AppealStore(database, new CalendarStore(database)::read),
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
    return rows.stream()
        .map(r -> json(r, today.end(r.confirmedAt(), Limit.TO_APPEAL), reader, now))
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
    node.set("appeal", none ? null : json(row.appeal()));
    return node;
  }

  private static ObjectNode json(Appeal appeal) {
    ObjectNode node = Json.MAPPER.valueToTree(appeal);
    node.remove("userId");
    return node.put("id", Long.toString(appeal.id()));
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
