package io.qingtu.web.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.casework.Stage;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.NewFinding;
import io.qingtu.server.store.ReadAs;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.WebhookKind;
import io.qingtu.server.store.WebhookOutbox;
import io.qingtu.server.store.WebhookOutbox.Draft;
import io.qingtu.server.store.WebhookOutbox.Event;
import io.qingtu.server.store.WebhookOutbox.Listener;
import io.qingtu.web.http.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes messages of events: for each webhook what its owner may see, read with his or her eyes. A
 * message shows its object as it is when it is made.
 */
final class Scribe {
  private static final int MOST_EVENTS = 200;

  private final WebhookOutbox outbox;
  private final AlertQueries alerts;
  private final CaseQueries cases;
  private final Clock clock;

  Scribe(Database database, Clock clock) {
    this.outbox = new WebhookOutbox(database);
    this.alerts = new AlertQueries(database);
    this.cases = new CaseQueries(database);
    this.clock = clock;
  }

  /** Makes messages of the oldest events; false where there were none. */
  boolean write() throws Exception {
    List<Event> events = outbox.events(MOST_EVENTS);
    if (events.isEmpty()) {
      return false;
    }
    List<Listener> listeners = outbox.listeners();
    List<Draft> drafts = new ArrayList<>();
    for (Event event : events) {
      for (Listener listener : listeners) {
        Scope scope = listener.owner().scope();
        drafts.addAll(ReadAs.call(scope, () -> messages(event, listener, scope)));
      }
    }
    outbox.file(events, drafts, clock.instant());
    return true;
  }

  private List<Draft> messages(Event event, Listener listener, Scope scope) {
    return event.subject().equals("alert")
        ? ofAlert(event, listener, scope)
        : ofCase(event, listener, scope);
  }

  private List<Draft> ofAlert(Event event, Listener listener, Scope scope) {
    WebhookKind kind =
        event.detail().equals("1") ? WebhookKind.ALERT_RAISED : WebhookKind.ALERT_REVISED;
    if (!listener.kinds().contains(kind)) {
      return List.of();
    }
    return alerts.find(event.objectId(), scope).stream()
        .map(
            row -> {
              ObjectNode data = Json.MAPPER.createObjectNode();
              data.put("revision", Integer.parseInt(event.detail()));
              data.set("alert", Json.MAPPER.valueToTree(row));
              return draft(event, listener, kind, data);
            })
        .toList();
  }

  private List<Draft> ofCase(Event event, Listener listener, Scope scope) {
    Optional<CaseRow> row = cases.find(event.objectId(), scope);
    if (row.isEmpty()) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    if (listener.kinds().contains(WebhookKind.CASE_STAGE)) {
      ObjectNode data = Json.MAPPER.createObjectNode().put("stage", event.detail());
      data.set("case", Json.MAPPER.valueToTree(row.get()));
      drafts.add(draft(event, listener, WebhookKind.CASE_STAGE, data));
    }
    boolean ended = !Stage.valueOf(event.detail()).isOpen();
    if (listener.kinds().contains(WebhookKind.EVENT_RESULT) && ended) {
      for (CaseQueries.SourceRow source : cases.sources(event.objectId(), scope)) {
        if (!source.source().equals(NewFinding.ALERT)) {
          ObjectNode data = Json.MAPPER.createObjectNode();
          data.put("source", source.source()).put("sourceId", source.sourceId());
          data.put("caseId", Long.toString(event.objectId())).put("stage", event.detail());
          drafts.add(draft(event, listener, WebhookKind.EVENT_RESULT, data));
        }
      }
    }
    return drafts;
  }

  private static Draft draft(Event event, Listener listener, WebhookKind kind, ObjectNode data) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("type", kind.type());
    body.set("timestamp", Json.MAPPER.valueToTree(event.at()));
    body.set("data", data);
    return new Draft(event.id(), listener.id(), kind.type(), Json.write(body));
  }
}
