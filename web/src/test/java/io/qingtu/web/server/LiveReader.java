package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.fixtures.Patience;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One WebSocket of the live feed, its text messages in order. */
final class LiveReader implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private volatile int willing;

  LiveReader(TestWeb web, String token, String query) {
    this(web, token, query, Integer.MAX_VALUE);
  }

  /**
   * @param willing frames that it takes before it stops reading
   */
  LiveReader(TestWeb web, String token, String query, int willing) {
    this.willing = willing;
    URI address = URI.create("ws://127.0.0.1:" + web.web.port() + "/api/v1/live" + query);
    socket =
        web.http()
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(address, this)
            .join();
  }

  /** The next message that is wanted; those before it are passed over. */
  JsonNode next(Predicate<JsonNode> wanted) throws Exception {
    while (true) {
      JsonNode message = JSON.readTree(nextText());
      if (wanted.test(message)) {
        return message;
      }
    }
  }

  /** The next message as it came. */
  String nextText() throws InterruptedException {
    String text = messages.poll(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
    assertTrue(text != null, "no message came");
    return text;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      messages.add(part.toString());
      part.setLength(0);
    }
    if (--willing > 0) {
      from.request(1);
    }
    return null;
  }

  /** Begins to read again. */
  void readOn() {
    willing = Integer.MAX_VALUE;
    socket.request(1);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
