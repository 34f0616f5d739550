package io.qingtu.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A listening port to which connections come faster than they are to be accepted. */
class AcceptRateTest {
  @Test
  void leavesTheNextOnesInTheQueueUntilTheTurnIsOver() {
    // three in a turn of 50 ms
    EmbeddedChannel port = new EmbeddedChannel(new AcceptRate(60));
    port.freezeTime();
    port.writeInbound("first", "second");
    assertTrue(port.config().isAutoRead());
    port.writeInbound("third");
    assertFalse(port.config().isAutoRead(), "no more in this turn");
    port.advanceTimeBy(50, TimeUnit.MILLISECONDS);
    port.runScheduledPendingTasks();
    assertTrue(port.config().isAutoRead());
    assertEquals(3, port.inboundMessages().size(), "none was refused");
    port.finishAndReleaseAll();
  }

  @Test
  void acceptsSomeHoweverLowTheRate() {
    EmbeddedChannel port = new EmbeddedChannel(new AcceptRate(1));
    port.writeInbound("first");
    assertEquals("first", port.readInbound());
    port.finishAndReleaseAll();
  }
}
