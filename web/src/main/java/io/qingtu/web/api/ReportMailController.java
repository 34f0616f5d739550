package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.OrganisationQueries;
import io.qingtu.server.store.OrganisationQueries.Organisation;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.ReportMail;
import io.qingtu.server.store.ReportMailStore;
import io.qingtu.server.store.ReportRecipient;
import io.qingtu.server.store.ReportRecipientStore;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.frozen.ReportRoom;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.mail.MailAddress;
import io.qingtu.web.mail.Postman;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who gets issued reports by mail (送达), and what has become of the mails. */
public final class ReportMailController implements Controller {
  private static final int MOST_ADDRESS = 254;
  private static final int MOST_NAME = 400;

  /**
   * @param sends whether a mail server is configured
   * @param organisations whose extracts somebody may get
   */
  private record Recipients(
      boolean sends, List<ReportRecipient> recipients, List<Organisation> organisations) {}

  private record Mails(boolean sends, List<ReportMail> mails) {}

  private final ReportRoom room;
  private final ReportRecipientStore recipients;
  private final ReportMailStore mails;
  private final OrganisationQueries organisations;
  private final Optional<Postman> postman;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * @param postman empty where no mail server is configured
   * @param clock wall clock, whatever time the city simulates
   */
  public ReportMailController(
      ReportRoom room, Database database, Optional<Postman> postman, AuditLog audit, Clock clock) {
    this.room = room;
    this.recipients = new ReportRecipientStore(database);
    this.mails = new ReportMailStore(database);
    this.organisations = new OrganisationQueries(database);
    this.postman = postman;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/report-recipients").handler(Reply.json(this::all));
    api.post("/report-recipients").handler(Reply.json(201, this::add));
    api.post("/report-recipients/:id/revocation").handler(Reply.json(201, this::end));
    api.get("/report-runs/:id/mails").handler(Reply.json(this::mails));
    api.post("/report-runs/:id/mails").handler(Reply.json(201, this::resend));
  }

  private static Account need(RoutingContext ctx, Permission permission) {
    Account account = Sessions.need(ctx, permission);
    if (!account.seesCity()) {
      throw ApiException.forbidden("the recipients are of the whole city");
    }
    return account;
  }

  private Object all(RoutingContext ctx) {
    need(ctx, Permission.REPORTS);
    return new Recipients(postman.isPresent(), recipients.all(), organisations.reported());
  }

  private Object add(RoutingContext ctx) {
    Account account = need(ctx, Permission.RECIPIENTS);
    JsonNode body = Arguments.body(ctx);
    String address = Arguments.field(body, "address", MOST_ADDRESS);
    if (!MailAddress.isOne(address)) {
      throw ApiException.badParameter("address", "is no address of mail");
    }
    String organisation = Arguments.field(body, "organisation", MOST_NAME);
    ReportRecipient added =
        recipients
            .add(address, organisation, account.id(), clock.instant())
            .orElseThrow(
                () ->
                    ApiException.conflict(
                        "not_added",
                        "the address gets this already, or there is no such company or district"));
    audit.append(
        ctx,
        AuditAction.REPORT_RECIPIENT,
        "report-recipient/" + added.id(),
        Map.of("address", address, "organisation", organisation));
    return added;
  }

  private Object end(RoutingContext ctx) {
    Account account = need(ctx, Permission.RECIPIENTS);
    ReportRecipient known = Named.of(ctx, "recipient", recipients::find);
    if (!recipients.end(known.id(), account.id(), clock.instant())) {
      throw ApiException.conflict("ended", "this recipient was removed");
    }
    audit.append(
        ctx,
        AuditAction.REPORT_RECIPIENT_REMOVED,
        "report-recipient/" + known.id(),
        Map.of("address", known.address(), "organisation", known.organisation()));
    return Map.of();
  }

  private Run run(RoutingContext ctx) {
    return Named.of(ctx, "report", room::find);
  }

  private Object mails(RoutingContext ctx) {
    need(ctx, Permission.REPORTS);
    return new Mails(postman.isPresent(), mails.of(run(ctx).id()));
  }

  /** Those that were given up, and to whom was added since. */
  private Object resend(RoutingContext ctx) {
    need(ctx, Permission.PREPARE);
    Run run = run(ctx);
    if (room.signOff(run).issuer().isEmpty()) {
      throw ApiException.conflict("not_issued", "only an issued report is sent");
    }
    Postman sender =
        postman.orElseThrow(
            () -> ApiException.conflict("mail_off", "no mail server is configured"));
    int count = mails.resend(run.id(), clock.instant());
    audit.append(ctx, AuditAction.REPORT_RESENT, "report-run/" + run.id(), Map.of("mails", count));
    sender.nudge();
    return Map.of("mails", count);
  }
}
