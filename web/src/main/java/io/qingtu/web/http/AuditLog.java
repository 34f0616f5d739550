package io.qingtu.web.http;

import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.AuditStore;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Map;

/** Writes down what a signed-in person did, by the wall clock. */
public final class AuditLog {
  private final AuditStore store;
  private final Clock clock;

  public AuditLog(AuditStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Asks the database. */
  public void append(RoutingContext ctx, AuditAction action, String object, Map<String, ?> detail) {
    store.append(
        clock.instant(), Sessions.account(ctx).id(), Arguments.origin(ctx), action, object, detail);
  }
}
