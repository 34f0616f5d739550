package io.qingtu.web.api;

import io.qingtu.route.report.Edition;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.report.ReportFormat;
import io.qingtu.web.weekly.ReportRoom;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the weekly reports say of one company, for that company: of reports that are issued, its own
 * rows and nothing else. Whoever reads the reports may look at any company's, issued or not.
 */
public final class ReportExtractsController implements Controller {
  private static final int MOST_NAME = 400;

  private record Row(long id, String week, Edition edition, Instant from, Instant to) {}

  private record Rows(List<Row> extracts) {}

  private record Extract(String name, byte[] file) {}

  private final ReportRoom room;
  private final AuditLog audit;

  public ReportExtractsController(ReportRoom room, AuditLog audit) {
    this.room = room;
    this.audit = audit;
  }

  @Override
  public void mount(Router api) {
    // a company may not read the reports themselves: what it is given of them is chosen here
    api.get("/report-extracts").handler(Reply.ofAccount(200, this::all));
    api.get("/report-extracts/:id/extract.xlsx").handler(this::send);
  }

  private static boolean readsAll(Account account) {
    return account.seesCity() && account.may(Permission.REPORTS);
  }

  /** Whatever report is named: what is another company's is refused. */
  private static void refuseOthers(Account account, Optional<String> asked) {
    boolean others = asked.filter(c -> !c.equals(account.company())).isPresent();
    if (!readsAll(account) && (account.company().isEmpty() || others)) {
      throw ApiException.forbidden("an extract is for the company that it is about");
    }
  }

  /** The company whose extract an account asks for. */
  private static String company(Account account, Optional<String> asked) {
    return readsAll(account)
        ? asked
            .filter(name -> name.length() <= MOST_NAME)
            .orElseThrow(() -> ApiException.badParameter("company", "names the company"))
        : account.company();
  }

  private boolean isFor(Account account, Run run) {
    return readsAll(account) || room.signOff(run).issuer().isPresent();
  }

  private Object all(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    return new Rows(
        room.all().stream()
            .filter(r -> readsAll(account) || !account.company().isEmpty())
            .filter(r -> isFor(account, r))
            .map(
                r ->
                    new Row(
                        r.id(), r.week().toString(), r.edition(), r.week().start(), r.week().end()))
            .toList());
  }

  private void send(RoutingContext ctx) {
    ctx.vertx()
        .executeBlocking(() -> extract(ctx), false)
        .onSuccess(
            e ->
                ctx.response()
                    .putHeader("Content-Type", ReportFormat.XLSX.mediaType())
                    .putHeader("Content-Disposition", "attachment; filename=\"" + e.name + "\"")
                    .putHeader("Cache-Control", "no-store")
                    .end(Buffer.buffer(e.file)))
        .onFailure(ctx::fail);
  }

  private Extract extract(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    Optional<String> asked = new Arguments(ctx).text("company");
    refuseOthers(account, asked);
    String id = ctx.pathParam("id");
    Run run =
        (id.matches("\\d{1,18}") ? room.find(Long.parseLong(id)) : Optional.<Run>empty())
            .filter(r -> isFor(account, r))
            .orElseThrow(() -> ApiException.notFound("report " + id));
    String company = company(account, asked);
    audit.append(ctx, "report", "report-run/" + run.id(), Map.of("extract", company));
    return new Extract("weekly-" + run.week() + "-extract.xlsx", room.extract(run, company));
  }
}
