package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.device.RecorderVin;
import io.qingtu.server.command.CommandException;
import io.qingtu.server.command.CommandIntake;
import io.qingtu.server.command.CommandIntake.Wish;
import io.qingtu.server.command.CommandKind;
import io.qingtu.server.recorder.RecorderAnswer;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.CommandQueries;
import io.qingtu.server.store.CommandRow;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CommandNews;
import io.qingtu.web.packet.MessageJson;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people ask of the terminals, and what became of it. */
public final class CommandsController implements Controller {
  private static final int MAX_LIMIT = 200;
  private static final int MOST_REASON = 500;

  private record Page(List<CommandRow> commands, String next) {}

  private record ToldVin(String told, String registered, RecorderVin.Agreement agreement) {}

  private final FleetQueries fleet;
  private final CommandQueries commands;
  private final CommandIntake intake;
  private final AuditLog audit;
  private final CommandNews news;
  private final Runnable nudge;

  /**
   * @param nudge called when a command was filed: who sends need not wait for his next look
   */
  public CommandsController(
      FleetQueries fleet,
      CommandQueries commands,
      CommandIntake intake,
      AuditLog audit,
      CommandNews news,
      Runnable nudge) {
    this.fleet = fleet;
    this.commands = commands;
    this.intake = intake;
    this.audit = audit;
    this.news = news;
    this.nudge = nudge;
  }

  @Override
  public void mount(Router api) {
    api.post("/vehicles/:plate/commands").handler(Reply.json(201, this::ask));
    api.get("/vehicles/:plate/commands").handler(Reply.json(this::page));
    api.get("/commands/:id").handler(Reply.json(this::one));
  }

  private CommandRow ask(RoutingContext ctx) {
    VehicleRow vehicle = NamedVehicle.of(ctx, fleet);
    Account account = Sessions.account(ctx);
    JsonNode body = Arguments.body(ctx);
    long id;
    try {
      Wish wish = wish(body, account);
      id = intake.file(vehicle, wish);
      audit.append(
          ctx,
          AuditAction.COMMAND,
          "command/" + id,
          Map.of(
              "plate", vehicle.plate(),
              "kind", wish.kind().name(),
              "arguments", wish.arguments(),
              "reason", wish.reason()));
    } catch (CommandException e) {
      throw ApiException.badParameter(e.field(), e.why());
    }
    nudge.run();
    news.changed(id);
    return commands.find(id, Sessions.scope(ctx)).orElseThrow();
  }

  private static Wish wish(JsonNode body, Account account) {
    CommandKind kind = CommandKind.named(Arguments.field(body, "kind", 40));
    if (!kind.isOpenTo(account)) {
      throw ApiException.forbidden("the role " + account.role() + " may not order " + kind);
    }
    return new Wish(
        kind,
        body.hasNonNull("arguments") ? body.get("arguments") : Json.MAPPER.createObjectNode(),
        Arguments.field(body, "reason", MOST_REASON),
        account.id(),
        lifetime(body));
  }

  private static Duration lifetime(JsonNode body) {
    JsonNode seconds = body.path("expiresInSeconds");
    if (seconds.isMissingNode() || seconds.isNull()) {
      return CommandIntake.LIFETIME;
    }
    if (!seconds.isInt()) {
      throw ApiException.badParameter("expiresInSeconds", "is no whole number");
    }
    return Duration.ofSeconds(seconds.intValue());
  }

  private Page page(RoutingContext ctx) {
    VehicleRow vehicle = NamedVehicle.of(ctx, fleet);
    Arguments in = new Arguments(ctx);
    int limit = in.number("limit", 50, 1, MAX_LIMIT);
    List<CommandRow> found =
        commands.page(vehicle.plate(), in.count("cursor"), Sessions.scope(ctx), limit + 1);
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    return new Page(found.subList(0, limit), Long.toString(found.get(limit - 1).id()));
  }

  private Object one(RoutingContext ctx) {
    CommandRow command = Named.of(ctx, "command", id -> commands.find(id, Sessions.scope(ctx)));
    ObjectNode answer = Json.MAPPER.valueToTree(command);
    answer.set("history", Json.MAPPER.valueToTree(commands.history(command.id())));
    answer.set("sent", command.sent().map(MessageJson::of).orElse(null));
    answer.set("reply", command.reply().map(MessageJson::of).orElse(null));
    answer.set(
        "recorderVin", recorderVin(command).<JsonNode>map(Json.MAPPER::valueToTree).orElse(null));
    return answer;
  }

  /** What a recorder that was asked has told, beside the register as it is now. */
  private static Optional<ToldVin> recorderVin(CommandRow command) {
    return command
        .reply()
        .flatMap(RecorderAnswer::vin)
        .map(told -> new RecorderVin(command.registeredVin(), told, command.answeredAt()))
        .map(vin -> new ToldVin(vin.told(), vin.registered(), vin.agreement()));
  }
}
