package io.qingtu.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.house.PackageCycles;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseTest {
  @Test
  void noPackagesNeedEachOtherInACircle() throws URISyntaxException {
    Path classes =
        Path.of(Ledger.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertEquals(List.of(), PackageCycles.in(classes));
  }
}
