package io.qingtu.web.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;

/** What a reader of the live feed hangs on: a WebSocket, or an event stream of HTTP. */
interface LiveWire {
  /** RFC 6455's code for "policy violation". */
  short SIGNED_OUT = 1008;

  boolean isClosed();

  /** Whether it should not be written to before it has drained. */
  boolean isFull();

  void write(long sequence, String json);

  /** Shows both ends that the other is there. */
  void ping();

  /** Ends it because its session has ended. */
  void end();

  void onDrain(Runnable handler);

  void onClose(Runnable handler);

  /** Messages of text. */
  static LiveWire of(ServerWebSocket socket) {
    // what a reader says is of no interest; a broken connection closes by itself
    socket.handler(Buffer::length);
    socket.exceptionHandler(e -> socket.close());
    return new LiveWire() {
      @Override
      public boolean isClosed() {
        return socket.isClosed();
      }

      @Override
      public boolean isFull() {
        return socket.writeQueueFull();
      }

      @Override
      public void write(long sequence, String json) {
        socket.writeTextMessage(json);
      }

      @Override
      public void ping() {
        socket.writePing(Buffer.buffer());
      }

      @Override
      public void end() {
        socket.close(SIGNED_OUT, "signed out");
      }

      @Override
      public void onDrain(Runnable handler) {
        socket.drainHandler(v -> handler.run());
      }

      @Override
      public void onClose(Runnable handler) {
        socket.closeHandler(v -> handler.run());
      }
    };
  }

  /** Events of text/event-stream, each with its sequence number as id. */
  static LiveWire of(HttpServerResponse response) {
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        // else it would be held back until there is enough to compress
        .putHeader("Content-Encoding", "identity")
        // nginx passes on what comes at once
        .putHeader("X-Accel-Buffering", "no");
    return new LiveWire() {
      @Override
      public boolean isClosed() {
        return response.closed() || response.ended();
      }

      @Override
      public boolean isFull() {
        return response.writeQueueFull();
      }

      @Override
      public void write(long sequence, String json) {
        response.write("id: " + sequence + "\ndata: " + json + "\n\n");
      }

      @Override
      public void ping() {
        response.write(":\n\n");
      }

      @Override
      public void end() {
        response.end();
      }

      @Override
      public void onDrain(Runnable handler) {
        response.drainHandler(v -> handler.run());
      }

      @Override
      public void onClose(Runnable handler) {
        response.exceptionHandler(e -> {});
        response.closeHandler(v -> handler.run());
        response.endHandler(v -> handler.run());
      }
    };
  }
}
