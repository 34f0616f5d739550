package io.qingtu.route.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParametersTest {
  @Test
  void aFleetHasTheCitysValuesWhereItHasNoneOfItsOwn() {
    Parameters city =
        Parameters.with(Map.of("t_cov", 40.0, "v_cov", 12.0), Map.of("甲公司", Map.of("v_cov", 15.0)));
    Parameters fleet = city.ofFleet("甲公司");
    assertEquals(15, fleet.get(Parameter.V_COV));
    assertEquals(40, fleet.get(Parameter.T_COV));
    assertEquals(Parameter.COV_M.initial(), fleet.get(Parameter.COV_M));
    assertEquals(12, city.get(Parameter.V_COV));
    assertSame(city, city.ofFleet("乙公司"));
    assertEquals(Set.of("甲公司"), city.fleets());
  }

  @Test
  void theFingerprintChangesWithEveryValueOfCityAndFleets() {
    Set<String> prints =
        Set.of(
            Parameters.DEFAULTS.fingerprint(),
            Parameters.with(Map.of("v_cov", 15.0)).fingerprint(),
            Parameters.with(Map.of(), Map.of("甲", Map.of("v_cov", 15.0))).fingerprint(),
            Parameters.with(Map.of(), Map.of("乙", Map.of("v_cov", 15.0))).fingerprint(),
            Parameters.with(Map.of(), Map.of("甲", Map.of("v_cov", 16.0))).fingerprint());
    assertEquals(5, prints.size());
    assertEquals(
        Parameters.DEFAULTS.fingerprint(),
        Parameters.with(Map.of("v_cov", Parameter.V_COV.initial())).fingerprint());
    assertNotEquals("", Parameters.DEFAULTS.fingerprint());
  }

  @Test
  void aChangeForTheCityLeavesAFleetWhatIsItsOwn() {
    Parameters inForce =
        Parameters.with(Map.of("t_cov", 40.0), Map.of("甲公司", Map.of("v_cov", 15.0)));
    Parameters tried = inForce.changed(Map.of("v_cov", 20.0, "t_cov", 50.0));
    assertEquals(20, tried.get(Parameter.V_COV));
    assertEquals(15, tried.ofFleet("甲公司").get(Parameter.V_COV));
    assertEquals(50, tried.ofFleet("甲公司").get(Parameter.T_COV));
    assertEquals(40, inForce.get(Parameter.T_COV));
  }

  @Test
  void whatIsNoParameterIsRefusedForFleetsToo() {
    for (Map<String, Double> wrong :
        Arrays.asList(Map.of("v_cow", 1.0), Map.of("v_cov", -1.0), Map.of("v_cov", Double.NaN))) {
      assertThrows(IllegalArgumentException.class, () -> Parameters.with(wrong));
      assertThrows(
          IllegalArgumentException.class, () -> Parameters.with(Map.of(), Map.of("甲", wrong)));
    }
  }

  @Test
  void changesOneFleetAndLetsItBeTheCitysAgain() {
    Parameters city = Parameters.with(Map.of("v_cov", 12.0));
    Parameters own = city.changed("甲公司", Map.of("v_cov", 15.0));
    assertEquals(Map.of("v_cov", 15.0), own.ownOf("甲公司"));
    assertEquals(12, own.get(Parameter.V_COV));
    assertEquals(Map.of(), own.ownOf("乙公司"));
    Parameters again = own.changed("甲公司", Map.of("v_cov", 12.0));
    assertEquals(Set.of(), again.fleets());
    assertEquals(city.fingerprint(), again.fingerprint());
  }

  @Test
  void tellsTheNumbersInWhichTwoSetsDiffer() {
    Parameters before =
        Parameters.DEFAULTS
            .changed("甲公司", Map.of("v_cov", 15.0))
            .changed("乙公司", Map.of("t_cov", 40.0));
    Parameters after = before.changed(Map.of("v_cov", 12.0)).changed("乙公司", Map.of("t_cov", 30.0));
    assertEquals(
        List.of(
            new ParameterChange("", "v_cov", 10, 12), new ParameterChange("乙公司", "t_cov", 40, 30)),
        ParameterChange.between(before, after),
        "a fleet that goes along with the city is not named, nor one that keeps its own");
    assertEquals(List.of(), ParameterChange.between(after, after));
  }
}
