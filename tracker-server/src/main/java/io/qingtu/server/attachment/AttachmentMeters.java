package io.qingtu.server.attachment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.protocol.field.MalformedException;
import java.util.concurrent.atomic.AtomicInteger;

/** What the attachment server counts. The names are watched by operators: they do not change. */
final class AttachmentMeters {
  private final MeterRegistry registry;
  private final AtomicInteger connections;
  private final Counter garbage;
  private final Counter bytes;
  private final Counter files;

  AttachmentMeters(MeterRegistry registry) {
    this.registry = registry;
    connections = registry.gauge("attachment.connections", new AtomicInteger());
    garbage = registry.counter("attachment.garbage.bytes");
    bytes = registry.counter("attachment.bytes");
    files = registry.counter("attachment.files");
  }

  void badFrame(MalformedException e) {
    registry.counter("attachment.frame." + e.reason().code()).increment();
  }

  void garbage(int count) {
    garbage.increment(count);
  }

  /** Bytes of a block that were written. */
  void written(int count) {
    bytes.increment(count);
  }

  /** A file is whole and kept. */
  void kept() {
    files.increment();
  }

  /** A message or block that was not taken, and why: one of a few fixed words. */
  void refused(String reason) {
    registry.counter("attachment.refused", "reason", reason).increment();
  }

  /** A connection that this server ended, and why: one of a few fixed words. */
  void closed(String reason) {
    registry.counter("attachment.closed", "reason", reason).increment();
  }

  /** One connection more; how many there are now. */
  int opened() {
    return connections.incrementAndGet();
  }

  void gone() {
    connections.decrementAndGet();
  }
}
