package io.qingtu.server.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterFileTest {
  @TempDir Path dir;

  private Parameters read(String text) throws IOException {
    return ParameterFile.read(Files.writeString(dir.resolve("rules.properties"), text));
  }

  @Test
  void readsTheCitysValuesAndThoseOfFleets() throws IOException {
    Parameters p = read("# 城市\nv_cov = 12\nfleet.示例渣土运输.v_cov = 15\nfleet.A.B公司.t_cov=45\n");
    assertEquals(12, p.get(Parameter.V_COV));
    assertEquals(Set.of("A.B公司", "示例渣土运输"), p.fleets());
    assertEquals(15, p.ofFleet("示例渣土运输").get(Parameter.V_COV));
    assertEquals(45, p.ofFleet("A.B公司").get(Parameter.T_COV));
    assertEquals(12, p.ofFleet("A.B公司").get(Parameter.V_COV));
  }

  @Test
  void whatIsWrongIsNamed() {
    for (String wrong : new String[] {"v_cow = 1", "fleet.甲.v_cow = 1", "fleet.v_cow = 1"}) {
      String message = assertThrows(IllegalArgumentException.class, () -> read(wrong)).getMessage();
      assertTrue(message.contains("v_cow"), message);
    }
    String message =
        assertThrows(IllegalArgumentException.class, () -> read("fleet.甲.v_cov = fast"))
            .getMessage();
    assertTrue(message.contains("fleet.甲.v_cov"), message);
  }
}
