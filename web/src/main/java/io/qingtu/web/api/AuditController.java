package io.qingtu.web.api;

import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.AuditQueries;
import io.qingtu.server.store.AuditQueries.AuditRow;
import io.qingtu.server.store.Permission;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** The log of who did what, for the auditor. Reading it is in it. */
public final class AuditController implements Controller {
  private static final int MAX_LIMIT = 500;

  private record Page(List<AuditRow> lines, String next) {}

  private final AuditQueries lines;
  private final AuditLog audit;

  public AuditController(AuditQueries lines, AuditLog audit) {
    this.lines = lines;
    this.audit = audit;
  }

  @Override
  public void mount(Router api) {
    api.get("/audit").handler(Reply.json(this::page));
    api.get("/audit/verification").handler(Reply.json(this::verify));
  }

  private Object page(RoutingContext ctx) {
    Sessions.need(ctx, Permission.AUDIT);
    Arguments in = new Arguments(ctx);
    int limit = in.number("limit", 100, 1, MAX_LIMIT);
    AuditQueries.Filter filter = filter(in);
    List<AuditRow> found = lines.page(filter, limit + 1);
    if (filter.before().isEmpty()) {
      audit.append(ctx, AuditAction.AUDIT_READ, "audit", Map.of());
    }
    boolean more = found.size() > limit;
    List<AuditRow> page = more ? found.subList(0, limit) : found;
    return new Page(page, more ? Long.toString(page.get(limit - 1).id()) : null);
  }

  /** What a request asks for. */
  static AuditQueries.Filter filter(Arguments in) {
    return new AuditQueries.Filter(
        in.time("from"),
        in.time("to"),
        in.text("action"),
        in.text("object"),
        in.text("login"),
        in.count("cursor"));
  }

  private Object verify(RoutingContext ctx) {
    Sessions.need(ctx, Permission.AUDIT);
    AuditQueries.Verdict verdict = lines.verify();
    audit.append(ctx, AuditAction.AUDIT_VERIFIED, "audit", Map.of("root", verdict.root()));
    return verdict;
  }
}
