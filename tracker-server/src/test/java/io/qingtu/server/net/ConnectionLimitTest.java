package io.qingtu.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConnectionLimitTest {
  @Test
  void allowsAsManyAsItSaysAndNotOneMore() {
    ConnectionLimit limit = new ConnectionLimit(3);
    assertTrue(limit.allows(3));
    assertFalse(limit.allows(4));
  }

  @Test
  void leavesFilesForTheRestOfTheServer() {
    assertEquals(18_850, ConnectionLimit.room(20_000, 150));
    assertEquals(
        1, ConnectionLimit.room(1024, 30), "so few files are nearly used up by themselves");
    assertEquals(Integer.MAX_VALUE, ConnectionLimit.room(Long.MAX_VALUE, 150), "no limit at all");
  }

  @Test
  void keepsToWhatIsConfiguredWhereThereAreFilesEnough() {
    assertEquals(1, ConnectionLimit.of(1).most());
  }
}
