package io.qingtu.server.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault once, under one load: nothing that was acknowledged is lost, nothing doubled. A lock
 * is ten seconds of waiting, and {@code OutageIT} has one.
 */
class FaultsIT {
  private static final int TERMINALS = 50;
  private static final int SHORT = 3;
  private static FaultScene scene;

  @BeforeAll
  static void begin() throws Exception {
    scene = new FaultScene(TERMINALS, new Random(5), SHORT);
  }

  @AfterAll
  static void end() throws Exception {
    try (FaultScene last = scene) {
      assertEquals(0, last.finish().lost());
      Acknowledged.Comparison found = last.awaitStored();
      assertTrue(found.isGood(), found.json());
    }
  }

  @ParameterizedTest
  @EnumSource(value = Fault.class, names = "DATABASE_LOCKED", mode = EnumSource.Mode.EXCLUDE)
  void losesNothingAndDoublesNothing(Fault fault) throws Exception {
    assumeTrue(scene.offers(fault.need()), "needs " + fault.need());
    fault.strike(scene);
    scene.awaitLoad();
    Acknowledged.Comparison found = scene.awaitStored();
    assertEquals(0, found.lost(), found.json());
    assertEquals(0, found.doubled(), found.json());
  }
}
