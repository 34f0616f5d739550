package io.qingtu.web.imports;

import io.qingtu.server.dataset.PlanRow;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A row of a file as it was read.
 *
 * @param row its shape in the file's own datum
 * @param problem why it cannot be taken; empty where it may be
 */
record ReadRow(PlanRow row, String problem) {
  static ReadRow of(
      String where, Map<String, String> columns, Optional<Geometry> shape, String problem) {
    return new ReadRow(new PlanRow("", where, columns, shape), problem);
  }
}
