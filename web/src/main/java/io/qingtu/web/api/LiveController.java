package io.qingtu.web.api;

import io.qingtu.server.store.Scope;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.live.FleetSnapshot;
import io.qingtu.web.live.LiveFeed;
import io.qingtu.web.live.LiveMessage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The live feed over WebSocket. A reader says which sequence number it saw last and gets what
 * followed, or the whole fleet where that is no longer remembered. A slow reader is not queued for:
 * it goes on from its own sequence number when its connection drains.
 */
public final class LiveController implements Controller {
  /** Between two looks whether the session of an open feed still holds, and two pings, ms. */
  private static final long CHECK_MILLIS = 30_000;

  /** Code of RFC 6455 for "policy violation". */
  private static final short SIGNED_OUT = 1008;

  /**
   * First message.
   *
   * @param resumed false where what the reader missed is no longer known, or it asked for nothing:
   *     the whole fleet follows, and alerts are to be read anew
   */
  private record Hello(String type, long sequence, Instant time, double speed, boolean resumed) {}

  private final LiveFeed feed;
  private final CityClock clock;
  private final Sessions sessions;
  private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

  public LiveController(LiveFeed feed, CityClock clock, Sessions sessions) {
    this.feed = feed;
    this.clock = clock;
    this.sessions = sessions;
    feed.onMessage(() -> readers.forEach(Reader::wake));
  }

  /** Open connections. */
  public int readers() {
    return readers.size();
  }

  @Override
  public void mount(Router api) {
    api.get("/live").handler(this::open);
  }

  private void open(RoutingContext ctx) {
    if (!ctx.request().canUpgradeToWebSocket()) {
      throw ApiException.badParameter("Upgrade", "must be websocket");
    }
    long since = new Arguments(ctx).count("since").orElse(0L);
    Scope scope = Sessions.scope(ctx);
    String token = Sessions.usedToken(ctx);
    ctx.request()
        .toWebSocket()
        .onFailure(ctx::fail)
        .onSuccess(socket -> new Reader(ctx.vertx(), socket, scope, token).begin(since));
  }

  private final class Reader {
    private final Vertx vertx;
    private final Context context;
    private final ServerWebSocket socket;
    private final Scope scope;
    private final String token;
    private long seen;

    Reader(Vertx vertx, ServerWebSocket socket, Scope scope, String token) {
      this.vertx = vertx;
      this.context = vertx.getOrCreateContext();
      this.socket = socket;
      this.scope = scope;
      this.token = token;
    }

    void begin(long since) {
      long timer = vertx.setPeriodic(CHECK_MILLIS, t -> check());
      socket.closeHandler(
          v -> {
            readers.remove(this);
            vertx.cancelTimer(timer);
          });
      // what a reader says is of no interest; a broken connection closes by itself
      socket.handler(Buffer::length);
      socket.exceptionHandler(e -> socket.close());
      socket.drainHandler(v -> send());
      seen = since;
      boolean resumed = feed.since(since).isPresent();
      long sequence = feed.snapshot().sequence();
      write(new Hello("hello", sequence, clock.now(), clock.speed(), resumed));
      readers.add(this);
      send();
    }

    void wake() {
      context.runOnContext(v -> send());
    }

    private void send() {
      while (!socket.isClosed() && !socket.writeQueueFull()) {
        Optional<List<LiveMessage>> news = feed.since(seen);
        if (news.isEmpty()) {
          FleetSnapshot all = feed.snapshot();
          seen = all.sequence();
          write(new LiveMessage.Positions(seen, all.time(), all.vehicles(scope)));
        } else if (news.get().isEmpty()) {
          return;
        } else {
          LiveMessage next = news.get().get(0);
          seen = next.sequence();
          next.within(scope).ifPresent(this::write);
        }
      }
    }

    private void write(Object message) {
      socket.writeTextMessage(Json.write(message));
    }

    private void check() {
      socket.writePing(Buffer.buffer());
      vertx
          .executeBlocking(() -> sessions.find(token, false), false)
          .onSuccess(
              account -> {
                if (account.isEmpty()) {
                  socket.close(SIGNED_OUT, "signed out");
                }
              });
    }
  }
}
