package io.qingtu.server.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RulesWatchTest {
  private static final Instant FROM = Instant.parse("2026-07-16T01:00:00Z");

  private List<Exemption> onFile = List.of();
  private int reloads;
  private boolean fails;
  private final RulesWatch watch =
      new RulesWatch(
          () -> onFile,
          () -> {
            if (fails) {
              throw new IllegalStateException("no analysis now");
            }
            reloads++;
          });

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void analyzesAgainWhenAClosureBeginsAndWhenItEndsAndNotBetween() {
    onFile = List.of(closure(Instant.MAX));
    watch.start();
    watch.look();
    assertEquals(0, reloads, "the rules were read after the start");
    onFile = List.of(closure(Instant.MAX));
    watch.look();
    assertEquals(0, reloads, "the water still stands");
    onFile = List.of(closure(FROM.plusSeconds(600)));
    watch.look();
    watch.look();
    assertEquals(1, reloads);
    onFile = List.of(closure(FROM.plusSeconds(600)), closure(Instant.MAX));
    watch.look();
    assertEquals(2, reloads);
  }

  @Test
  void triesAgainWhatHasFailed() {
    watch.start();
    onFile = List.of(closure(Instant.MAX));
    fails = true;
    assertThrows(IllegalStateException.class, watch::look);
    fails = false;
    watch.look();
    watch.look();
    assertEquals(1, reloads);
  }

  private static Exemption closure(Instant to) {
    return new Exemption(
        Exemption.Kind.CLOSURE, Optional.empty(), Set.of("S1"), new Validity(FROM, to), "水位", FROM);
  }
}
