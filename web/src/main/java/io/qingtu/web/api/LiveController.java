package io.qingtu.web.api;

import io.qingtu.server.store.Scope;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.live.FleetSnapshot;
import io.qingtu.web.live.LiveArea;
import io.qingtu.web.live.LiveFeed;
import io.qingtu.web.live.LiveMessage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The live feed over WebSocket and as an event stream. A reader says which sequence number it saw
 * last and gets what followed, or the whole fleet where that is no longer remembered. A slow reader
 * is not queued for: it goes on from its own sequence number when its connection drains.
 */
public final class LiveController implements Controller {
  /** Between two looks whether the session of an open feed still holds, and two pings, ms. */
  private static final long CHECK_MILLIS = 30_000;

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
    api.get("/live").handler(this::openSocket);
    api.get("/live/events").handler(this::openStream);
  }

  private void openSocket(RoutingContext ctx) {
    if (!ctx.request().canUpgradeToWebSocket()) {
      throw ApiException.badParameter("Upgrade", "must be websocket");
    }
    Wish wish = Wish.of(ctx);
    ctx.request()
        .toWebSocket()
        .onFailure(ctx::fail)
        .onSuccess(socket -> new Reader(ctx.vertx(), LiveWire.of(socket), wish).begin());
  }

  private void openStream(RoutingContext ctx) {
    String accepted = ctx.request().getHeader("Accept");
    if (accepted == null || !accepted.contains("text/event-stream")) {
      throw ApiException.badParameter("Accept", "must be text/event-stream");
    }
    Wish wish = Wish.of(ctx);
    new Reader(ctx.vertx(), LiveWire.of(ctx.response()), wish).begin();
  }

  /**
   * What a reader asks for.
   *
   * @param since the sequence number that it saw last; 0 for none
   */
  private record Wish(long since, Optional<LiveArea> area, Scope scope, String token) {
    private static final int CORNERS = 4;

    static Wish of(RoutingContext ctx) {
      Arguments in = new Arguments(ctx);
      // a browser that comes back by itself says it in a header
      Optional<Long> seen =
          Optional.ofNullable(ctx.request().getHeader("Last-Event-ID"))
              .filter(id -> id.matches("\\d{1,18}"))
              .map(Long::parseLong);
      return new Wish(
          seen.or(() -> in.count("since")).orElse(0L),
          in.text("bbox").map(Wish::area),
          Sessions.scope(ctx),
          Sessions.usedToken(ctx));
    }

    private static LiveArea area(String text) {
      String[] part = text.split(",", -1);
      double[] corner = new double[CORNERS];
      try {
        for (int i = 0; i < part.length && i < CORNERS; i++) {
          corner[i] = Double.parseDouble(part[i]);
        }
      } catch (NumberFormatException e) {
        corner[0] = Double.NaN;
      }
      if (part.length != CORNERS || !(corner[0] <= corner[2] && corner[1] <= corner[3])) {
        throw ApiException.badParameter("bbox", "is not west,south,east,north in degrees");
      }
      return new LiveArea(corner[0], corner[1], corner[2], corner[3]);
    }
  }

  private final class Reader {
    private final Vertx vertx;
    private final Context context;
    private final LiveWire wire;
    private final Wish wish;
    private long seen;

    Reader(Vertx vertx, LiveWire wire, Wish wish) {
      this.vertx = vertx;
      this.context = vertx.getOrCreateContext();
      this.wire = wire;
      this.wish = wish;
    }

    void begin() {
      long timer = vertx.setPeriodic(CHECK_MILLIS, t -> check());
      wire.onClose(
          () -> {
            readers.remove(this);
            vertx.cancelTimer(timer);
          });
      wire.onDrain(this::send);
      seen = wish.since;
      boolean resumed = feed.since(seen).isPresent();
      long sequence = feed.snapshot().sequence();
      // as id what the reader has seen: of the newest it has nothing yet
      write(resumed ? seen : 0, new Hello("hello", sequence, clock.now(), clock.speed(), resumed));
      readers.add(this);
      send();
    }

    void wake() {
      context.runOnContext(v -> send());
    }

    private void send() {
      while (!wire.isClosed() && !wire.isFull()) {
        Optional<List<LiveMessage>> news = feed.since(seen);
        if (news.isEmpty()) {
          FleetSnapshot all = feed.snapshot();
          seen = all.sequence();
          tell(new LiveMessage.Positions(seen, all.time(), all.vehicles(wish.scope)));
        } else if (news.get().isEmpty()) {
          return;
        } else {
          LiveMessage next = news.get().get(0);
          seen = next.sequence();
          next.within(wish.scope).ifPresent(this::tell);
        }
      }
    }

    private void tell(LiveMessage message) {
      wish.area
          .map(area -> area.of(message))
          .orElse(Optional.of(message))
          .ifPresent(m -> write(m.sequence(), m));
    }

    private void write(long sequence, Object message) {
      wire.write(sequence, Json.write(message));
    }

    private void check() {
      if (wire.isClosed()) {
        return;
      }
      wire.ping();
      vertx
          .executeBlocking(() -> sessions.find(wish.token, false), false)
          .onSuccess(
              account -> {
                if (account.isEmpty()) {
                  wire.end();
                }
              });
    }
  }
}
