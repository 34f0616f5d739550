package io.qingtu.route.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    Identity card = Identity.ofCard("A", NOON, "L1", "n1");
    assertEquals("N1", book.idOf(card, NOON));
    Identity other = new Identity("A", NOON, Identity.Kind.DRIVER, "L2");
    assertEquals("L2", book.idOf(other, NOON.plusSeconds(3600)), "on the list no more");
    assertEquals("L1", book().idOf(card, NOON), "there is no list");
  }

  private static Identity card(String value, String also) {
    return Identity.ofCard("A", NOON, value, also);
  }

  private static List<Identity> agreed(Identity... said) {
    return new IdentityBook(List.of(said), List.of()).of("A", Identity.Kind.DRIVER);
  }

  @Test
  void ofOneMomentWhoIsUnknownOrTwoPeopleAreNobodyInWhateverOrder() {
    Identity nobody = card("", "");
    Identity one = card("L1", "N1");
    for (Identity other : List.of(nobody, card("L2", ""), card("", ""), card("L2", "N2"))) {
      assertEquals(List.of(nobody), agreed(one, other));
      assertEquals(List.of(nobody), agreed(other, one));
      assertEquals(List.of(nobody), agreed(one, other, one));
    }
    Identity later = Identity.ofCard("A", NOON.plusSeconds(1), "L2", "");
    assertEquals(List.of(one, later), agreed(later, one));
  }

  @Test
  void ofOneMomentTwoNumbersOfOnePersonAreKnown() {
    Identity one = card("L1", "N1");
    for (Identity other : List.of(one, card("l1", ""), card("n1", "n1"))) {
      assertEquals("N1", agreed(one, other).get(0).also().toUpperCase(Locale.ROOT));
      assertEquals(1, agreed(other, one).size());
      assertTrue(agreed(other, one).get(0).isKnown());
    }
    Identity terminal = new Identity("A", NOON, Identity.Kind.ICCID, "8986");
    assertEquals(List.of(one), agreed(terminal, one));
  }

  @Test
  void whatWasSaidSinceIsBesideWhatWasKnownAndOfOtherVehiclesItIsShared() {
    Identity other = Identity.ofCard("B", NOON.minusSeconds(9), "L9", "");
    Identity first = card("L1", "");
    IdentityBook known = new IdentityBook(List.of(other, first), List.of());
    Identity later = Identity.ofCard("A", NOON.plusSeconds(1), "L2", "");
    IdentityBook now = known.with(List.of(later, later), NOON);
    assertEquals(List.of(first, later), now.of("A", Identity.Kind.DRIVER));
    assertEquals(
        now.of("A", Identity.Kind.DRIVER),
        now.with(List.of(first), NOON).of("A", Identity.Kind.DRIVER));
    assertEquals(List.of(other), now.of("B", Identity.Kind.DRIVER), "not touched");
    assertEquals(List.of(first), known.of("A", Identity.Kind.DRIVER), "as it was");
    assertEquals(
        List.of(later),
        known.with(List.of(later), NOON.plusSeconds(1)).of("A", Identity.Kind.DRIVER));
    assertEquals(
        List.of(card("", "")),
        known.with(List.of(card("L2", "")), NOON).of("A", Identity.Kind.DRIVER));
  }

  @Test
  void besideTheListOfACityACardIsAStrangersWhereItsNumberIsRegistered() {
    IdentityBook city =
        book(new Driver("P1", Set.of("A")), turn("L1", -1, 1), new Driver("L3", Set.of()));
    assertFalse(city.isStranger(card("L1", ""), NOON), "on the list");
    assertFalse(city.isStranger(card("L2", "N2"), NOON), "may be P1");
    assertTrue(city.isStranger(card("l3", ""), NOON));
    assertTrue(city.isStranger(card("L2", "L3"), NOON));
    assertFalse(city.isStranger(card("", ""), NOON));
    Identity ofFile = new Identity("A", NOON, Identity.Kind.DRIVER, "L2");
    assertTrue(city.isStranger(ofFile, NOON));
    assertTrue(book(turn("L1", -1, 1)).isStranger(card("L2", ""), NOON), "a company's");
    assertFalse(book(turn("L1", 1, 2)).isStranger(card("L2", ""), NOON), "no list yet");
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
