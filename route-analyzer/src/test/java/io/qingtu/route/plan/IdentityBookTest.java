package io.qingtu.route.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentityBookTest {
  private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");

  private static Driver turn(String id, int fromHour, int toHour) {
    return Driver.onTurns(
        id,
        List.of(
            new Driver.Turn(
                "A",
                new Validity(
                    NOON.plusSeconds(fromHour * 3600L), NOON.plusSeconds(toHour * 3600L)))));
  }

  private static IdentityBook book(Driver... drivers) {
    return new IdentityBook(List.of(), List.of(drivers));
  }

  @Test
  void whoMayDriveAtAnyTimeAndWhoForAWhileMayBoth() {
    IdentityBook book = book(new Driver("X", Set.of("A")), turn("Y", -1, 1));
    assertEquals(Optional.of(Set.of("X", "Y")), book.drivers("A", NOON));
    assertEquals(Optional.of(Set.of("X")), book.drivers("A", NOON.plusSeconds(3600)));
    assertEquals(Optional.empty(), book.drivers("B", NOON));
  }

  @Test
  void whoShowsACardHasTheIdOfTheListThatIsAnyOfItsNumbers() {
    IdentityBook book = book(new Driver("N1", Set.of("A")), turn("L2", -1, 1));
    Identity card = new Identity("A", NOON, Identity.Kind.DRIVER, "L1", "n1");
    assertEquals("N1", book.idOf(card, NOON));
    Identity other = new Identity("A", NOON, Identity.Kind.DRIVER, "L2");
    assertEquals("L2", book.idOf(other, NOON.plusSeconds(3600)), "on the list no more");
    assertEquals("L1", book().idOf(card, NOON), "there is no list");
  }

  @Test
  void whoDrivesIsKnownWhereTheCompanyNamesOne() {
    assertEquals(Optional.of("Y"), book(turn("Y", -1, 1), turn("Z", 1, 2)).onTurn("A", NOON));
    assertEquals(Optional.empty(), book(turn("Y", -1, 1), turn("Z", 0, 2)).onTurn("A", NOON));
    assertEquals(Optional.of("Y"), book(turn("Y", -1, 1), turn("Y", 0, 2)).onTurn("A", NOON));
    assertEquals(Optional.empty(), book(turn("Y", -2, 0)).onTurn("A", NOON));
    // who may drive at any time need not be who does
    assertEquals(Optional.empty(), book(new Driver("X", Set.of("A"))).onTurn("A", NOON));
  }
}
