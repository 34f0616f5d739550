package io.qingtu.server.attachment;

import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.protocol.frame.PartAssembler.Added;
import io.qingtu.protocol.frame.PartBudget;
import io.qingtu.protocol.message.safety.AlarmAttachments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The sub-packages (分包) of a connection: a list of many files does not fit a packet. No other
 * message of an attachment link is as long. Belongs to the connection's worker.
 */
final class ListParts {
  /** The longest list that is taken has 17 full parts; shorter parts cost more beside. */
  private static final PartAssembler.Limits LIMITS =
      new PartAssembler.Limits(2, 64 * 1024, Duration.ofSeconds(60));

  private final PartAssembler parts;
  private final Clock clock;

  /**
   * @param budget shared by all connections
   */
  ListParts(PartBudget budget, Clock clock) {
    this.parts = new PartAssembler(LIMITS, budget, PartAssembler.NOBODY);
    this.clock = clock;
  }

  /** Whether a frame is a part that is collected. */
  static boolean collects(Header header) {
    return header.messageId() == AlarmAttachments.ID && !header.encrypted();
  }

  Added add(Frame part) {
    return parts.add(part, clock.instant(), (first, later) -> later);
  }

  /** Gives back what waits. */
  void release() {
    parts.expire(Instant.MAX);
  }
}
