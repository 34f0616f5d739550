package io.qingtu.server.net;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.protocol.frame.PartAssembler.Added;
import io.qingtu.protocol.frame.PartAssembler.End;
import io.qingtu.protocol.frame.PartAssembler.Request;
import io.qingtu.protocol.frame.PartBudget;
import io.qingtu.protocol.message.media.MultimediaData;
import io.qingtu.protocol.message.media.MultimediaParts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The unfinished messages of all terminals, by terminal phone and not by connection: a terminal
 * whose link broke goes on where it was. Safe for concurrent use.
 */
final class Transfers implements PartAssembler.Watch {
  private static final String PACKETS = "packets of ";

  private final TransferConfig config;
  private final PartBudget budget;
  private final ConcurrentMap<String, PartAssembler> byPhone = new ConcurrentHashMap<>();
  private final AtomicInteger open;
  private final Map<End, Counter> ended = new EnumMap<>(End.class);
  private final Counter requests;
  private final long start = System.nanoTime();

  Transfers(TransferConfig config, MeterRegistry meters) {
    this.config = config;
    this.budget = new PartBudget(config.bytes());
    open = meters.gauge("transfer.open", new AtomicInteger());
    meters.gauge("transfer.bytes", budget, PartBudget::taken);
    requests = meters.counter("transfer.requests");
    for (End end : End.values()) {
      ended.put(end, meters.counter("transfer." + end.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Takes a part. */
  Added add(Frame part) {
    boolean media = part.header().messageId() == MultimediaData.ID;
    BinaryOperator<Bytes> content = media ? MultimediaParts::content : (first, later) -> later;
    return with(phone(part), parts -> parts.add(part, now(), content));
  }

  /** A new connection of a terminal brings its first part. */
  void reconnected(String phone) {
    with(
        phone,
        parts -> {
          parts.forgetCompleted();
          return parts;
        });
  }

  /** Takes a packet of 2011's media as a part whose serial numbers are made up. */
  Added addPacket(Frame packet) {
    return with(
        PACKETS + phone(packet), parts -> parts.add(packet, now(), MultimediaParts::content));
  }

  /** The parts that a terminal is to be asked for now. */
  List<Request> ask(String phone) {
    List<Request> due = with(phone, parts -> parts.ask(now()));
    requests.increment(due.size());
    return due;
  }

  /** Time until {@link #ask} has something to do; empty where it never has. */
  Optional<Duration> untilDue(String phone) {
    return with(phone, parts -> parts.nextDue().map(due -> Duration.between(now(), due)));
  }

  /** Forgets what has waited too long. */
  void expire(String phone) {
    for (String key : List.of(phone, PACKETS + phone)) {
      with(
          key,
          parts -> {
            parts.expire(now());
            return parts;
          });
    }
  }

  /** An unfinished message is given up when no part came for so long. */
  Duration time() {
    return config.time();
  }

  static String phone(Frame part) {
    return part.header().phone().identity();
  }

  /** One at a time for a terminal: while its old connection ends, the new one may be there. */
  private <T> T with(String phone, Function<PartAssembler, T> use) {
    Holder<T> result = new Holder<>();
    byPhone.compute(
        phone,
        (p, known) -> {
          PartAssembler parts =
              known == null ? new PartAssembler(config.limits(), budget, this) : known;
          result.value = use.apply(parts);
          return parts.isEmpty() ? null : parts;
        });
    return result.value;
  }

  private static final class Holder<T> {
    private T value;
  }

  /** The gateway's own time, which no clock sets. */
  private Instant now() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - start);
  }

  @Override
  public void opened() {
    open.incrementAndGet();
  }

  @Override
  public void ended(End end) {
    open.decrementAndGet();
    ended.get(end).increment();
  }
}
