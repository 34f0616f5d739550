package io.qingtu.route.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermitExpiryTest {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");

  private static Permit permit(String id, String site, Instant from, Instant to) {
    return new Permit(
        id, "鲁G10001", site, List.of(), List.of(), new Validity(from, to), null, null);
  }

  private static Permit endingIn(String id, Duration left) {
    return permit(id, "S1", Instant.MIN, NOW.plus(left));
  }

  private static List<String> soon(Permit... permits) {
    return PermitExpiry.soon(List.of(permits), NOW, Parameters.DEFAULTS).stream()
        .map(e -> e.permit().id() + " " + e.warning())
        .toList();
  }

  @Test
  void warnsSevenThreeAndOneDayBeforeTheEnd() {
    assertEquals(List.of("Z 1"), soon(endingIn("Z", Duration.ofDays(7))));
    assertEquals(List.of("Z 1"), soon(endingIn("Z", Duration.ofDays(3).plusMillis(1))));
    assertEquals(List.of("Z 2"), soon(endingIn("Z", Duration.ofDays(3))));
    assertEquals(List.of("Z 2"), soon(endingIn("Z", Duration.ofDays(1).plusMillis(1))));
    assertEquals(List.of("Z 3"), soon(endingIn("Z", Duration.ofDays(1))));
    assertEquals(List.of("Z 3"), soon(endingIn("Z", Duration.ofMillis(1))));
  }

  @Test
  void isSilentBeforeAndAfter() {
    assertEquals(List.of(), soon(endingIn("Z", Duration.ofDays(7).plusMillis(1))));
    assertEquals(List.of(), soon(endingIn("Z", Duration.ZERO)), "it has run out: M06b");
    assertEquals(List.of(), soon(permit("Z", "S1", Instant.MIN, Instant.MAX)), "it has no end");
    assertEquals(
        List.of(),
        soon(permit("Z", "S1", NOW.plusMillis(1), NOW.plus(Duration.ofDays(2)))),
        "it does not hold yet");
  }

  @Test
  void isSilentWhereAnotherPermitOfTheVehicleFollows() {
    Permit ending = endingIn("Z1", Duration.ofDays(2));
    Instant end = ending.validity().to();
    Permit next = permit("Z2", "S1", end, end.plus(Duration.ofDays(30)));
    assertEquals(List.of(), soon(ending, next));
    Permit aDayLater = permit("Z2", "S1", end.plusMillis(1), Instant.MAX);
    assertEquals(List.of("Z1 2"), soon(ending, aDayLater), "between them it has none");
    Permit elsewhere = permit("Z2", "S2", end, Instant.MAX);
    assertEquals(List.of("Z1 2"), soon(ending, elsewhere), "for another site");
  }

  @Test
  void namesTheOneThatEndsFirstInFrontWhateverTheirOrder() {
    Permit first = endingIn("Z9", Duration.ofHours(5));
    Permit second = permit("Z1", "S2", Instant.MIN, NOW.plus(Duration.ofDays(5)));
    assertEquals(List.of("Z9 3", "Z1 1"), soon(second, first));
    assertEquals(List.of("Z9 3", "Z1 1"), soon(first, second));
  }

  @Test
  void theDaysAreParameters() {
    Parameters late = Parameters.with(Map.of("expiry_first_days", 10.0));
    Permit permit = endingIn("Z", Duration.ofDays(9));
    assertEquals(1, PermitExpiry.soon(List.of(permit), NOW, late).get(0).warning());
  }
}
