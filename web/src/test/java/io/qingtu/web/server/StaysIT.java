package io.qingtu.web.server;

import static io.qingtu.web.server.TestWeb.NOW;
import static io.qingtu.web.server.TestWeb.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.rule.RestPlace;
import io.qingtu.route.rule.SuspectedDump;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.VehicleStays;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Suspected stays and places of rest over the API, a hundred and twenty days ago. */
class StaysIT {
  private static final Instant THEN = NOW.minusSeconds(120 * 86_400L);

  @Test
  void showsWhatWasSuspectedWithItsReasons() throws Exception {
    TestWeb web = TestWeb.shared();
    SuspectedDump suspect =
        new SuspectedDump(
            TRUCK,
            "T9",
            "",
            THEN,
            THEN.plusSeconds(480),
            119.13,
            36.7,
            0.45,
            true,
            List.of(new Condition("f2 beside no road (0.2)", "true", true)));
    RestPlace rest = new RestPlace(TRUCK, 119.2, 36.7, 6, THEN, THEN.plusSeconds(86_400));
    new LedgerStore(web.database)
        .replaceStays(
            List.of(new VehicleStays(TRUCK, THEN, List.of(suspect), List.of(rest), List.of())));
    String asked = "/stays?from=" + THEN + "&to=" + THEN.plusSeconds(3600);
    JsonNode answer = web.get(web.signIn("jian"), asked);
    JsonNode stay = answer.get("stays").get(0);
    assertEquals(0.45, stay.get("score").doubleValue());
    assertEquals("甲公司", stay.get("company").textValue());
    assertTrue(stay.get("alertId").isNull());
    assertEquals("true", stay.get("features").get(0).get("value").textValue());
    assertEquals(6, answer.get("restPlaces").get(0).get("stays").intValue());
    assertEquals(0, answer.get("lostLoads").intValue());
    assertEquals(0, web.get(web.signIn("wu"), asked).get("stays").size());
    web.get(web.signIn("jian"), "/stays?from=" + NOW, 400);
  }
}
