package io.qingtu.route.report;

import static io.qingtu.route.report.Scene.WEEK;
import static io.qingtu.route.report.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.qingtu.route.plan.Validity;
import io.qingtu.route.report.PlatformUptime.Link;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformUptimeTest {
  private static final double WEEK_MINUTES = 7 * 24 * 60;

  private static Link link(Validity recorded, Validity... up) {
    return new PlatformUptime(Optional.of(recorded), List.of(up)).during(WEEK);
  }

  private static Validity time(Instant from, Instant to) {
    return new Validity(from, to);
  }

  @Test
  void whatWasNeverNotedIsNotKnown() {
    assertFalse(PlatformUptime.UNKNOWN.during(WEEK).connected().isKnown());
    Instant end = WEEK.end();
    Validity later = time(end, end.plusSeconds(60));
    assertFalse(PlatformUptime.unbroken(later).during(WEEK).connected().isKnown());
  }

  @Test
  void aRestartIsAnOutageOfItsLength() {
    Validity all = time(WEEK.start().minusSeconds(600), WEEK.end().plusSeconds(600));
    Link link =
        link(
            all,
            time(all.from(), at(2, 3, 0)),
            time(at(2, 3, 20), at(5, 0, 0)),
            time(at(5, 0, 5), all.to()));
    assertEquals(new Ratio(WEEK_MINUTES - 25, WEEK_MINUTES), link.connected());
    assertEquals(2, link.outages());
    assertEquals(20, link.longestMinutes());
  }

  @Test
  void oneOfTwoGatewaysIsEnough() {
    Validity all = time(WEEK.start(), WEEK.end());
    Link link = link(all, time(at(3, 0, 0), all.to()), time(all.from(), at(4, 0, 0)));
    assertEquals(new Ratio(WEEK_MINUTES, WEEK_MINUTES), link.connected());
    assertEquals(0, link.outages());
  }

  @Test
  void ofTheFirstWeekOnlyThatCountsOfWhichAnythingIsNoted() {
    Link link = link(time(at(7, 12, 0), at(7, 18, 0)), time(at(7, 12, 0), at(7, 18, 0)));
    assertEquals(new Ratio(360, 360), link.connected());
  }

  @Test
  void anOutageThatLastsOverTheWeeksEndIsOfTheWeekUntilItsEnd() {
    Validity all = time(WEEK.start(), WEEK.end().plusSeconds(7200));
    Link link =
        link(all, time(all.from(), at(7, 23, 0)), time(WEEK.end().plusSeconds(3600), all.to()));
    assertEquals(new Ratio(WEEK_MINUTES - 60, WEEK_MINUTES), link.connected());
    assertEquals(1, link.outages());
  }
}
