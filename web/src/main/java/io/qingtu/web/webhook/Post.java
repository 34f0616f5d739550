package io.qingtu.web.webhook;

import io.qingtu.server.store.WebhookOutbox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One attempt to hand a message over. The name is looked up once and that address connected to, no
 * redirect is followed, nothing of the answer is read but its status.
 */
final class Post implements AutoCloseable {
  /**
   * What came of it.
   *
   * @param status 0 where there was none
   * @param text status or the reason
   */
  record Answer(int status, String text) {
    boolean taken() {
      return status >= 200 && status < 300;
    }

    static Answer none(String why) {
      return new Answer(0, why);
    }
  }

  private static final int MOST_HEADERS = 16 * 1024;
  private static final int LONGEST_REASON = 200;

  private final Vertx vertx;
  private final WebhookConfig config;
  private final HttpClient http;

  Post(Vertx vertx, WebhookConfig config) {
    this.vertx = vertx;
    this.config = config;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                // an address that was checked is not used for another message
                .setKeepAlive(false)
                .setMaxHeaderSize(MOST_HEADERS)
                .setConnectTimeout((int) config.timeout().toMillis()));
  }

  /** Any thread; the answer comes in any case, and within the configured time. */
  Future<Answer> send(WebhookOutbox.Due due, Instant now) {
    return vertx
        .executeBlocking(
            () -> Destination.of(due.url(), config.allowed(), InetAddress::getAllByName), false)
        .compose(to -> post(to, due, now))
        .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .recover(e -> Future.succeededFuture(Answer.none(reason(e))));
  }

  private Future<Answer> post(Destination to, WebhookOutbox.Due due, Instant now) {
    String id = "msg_" + due.message().webhookId() + "_" + due.message().sequence();
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(new InetSocketAddress(to.address(), to.port())))
            .setHost(to.uri().getHost())
            .setPort(to.port())
            .setSsl(to.secure())
            .setURI(to.path())
            .setFollowRedirects(false)
            .putHeader("Content-Type", "application/json; charset=utf-8")
            .putHeader("User-Agent", "qingtu-webhook")
            .putHeader("webhook-id", id)
            .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
            .putHeader("webhook-signature", WebhookSecret.sign(due.secret(), id, now, due.body()));
    return http.request(request).compose(r -> answer(r, due.body()));
  }

  private Future<Answer> answer(HttpClientRequest request, String body) {
    // also where it hangs: the connection is ours to end
    long patience = vertx.setTimer(config.timeout().toMillis(), t -> request.reset());
    return request
        .send(Buffer.buffer(body))
        .onSuccess(response -> vertx.cancelTimer(patience))
        .onFailure(e -> vertx.cancelTimer(patience))
        .map(
            response -> {
              Answer answer =
                  new Answer(
                      response.statusCode(),
                      response.statusCode() + " " + response.statusMessage());
              response.exceptionHandler(e -> {}); // of the next line
              request.reset(); // whatever else it would say
              return answer;
            });
  }

  private static String reason(Throwable e) {
    if (e instanceof TimeoutException) {
      return "no answer in time";
    }
    String text = String.valueOf(e.getMessage());
    return text.substring(0, Math.min(text.length(), LONGEST_REASON));
  }

  @Override
  public void close() {
    http.close();
  }
}
