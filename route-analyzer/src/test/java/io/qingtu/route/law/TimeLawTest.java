package io.qingtu.route.law;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.trip.Trip;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** L8: nothing ends, and nothing is decided, before it begins. */
@Domain(Stories.class)
@Domain(DomainContext.Global.class)
class TimeLawTest {
  @Property(seed = Stories.SEED)
  void nothingEndsBeforeItBegins(@ForAll Story first, @ForAll Story second) {
    LawCity city = new LawCity(List.of(first, second));
    BatchAnalysis.run(city.rules(), city.positions()).alerts().forEach(TimeLawTest::assertForward);
  }

  @Property(seed = Stories.SEED)
  void noTripEndsBeforeItBegins(@ForAll Story story) {
    LawCity city = new LawCity(List.of(story));
    for (Trip t : BatchAnalysis.run(city.rules(), city.positions()).trips()) {
      assertFalse(t.endTime() != null && t.endTime().isBefore(t.outTime()), t::toString);
    }
  }

  private static void assertForward(Alert a) {
    assertFalse(a.decided().isBefore(a.start()), () -> "decided before its start: " + a);
    assertFalse(
        a.end() != null && a.end().isBefore(a.start()), () -> "ended before its start: " + a);
  }
}
