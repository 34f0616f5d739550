package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.report.CaseFlow;
import io.qingtu.route.report.CaseFlow.Row;
import io.qingtu.route.report.Ratio;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowTablesTest {
  private static Row row(String company, Ratio handling) {
    Ratio none = Ratio.NONE;
    return new Row(company, 3, none, 2, 1, 0, 0, none, none, none, none, none, handling);
  }

  @Test
  void tellsEachCompanysMeanTimeToFeedback() {
    CaseFlow flow =
        new CaseFlow(
            row("", new Ratio(9, 3)),
            List.of(row("甲", new Ratio(8, 2)), row("乙", new Ratio(1, 1)), row("丙", Ratio.NONE)),
            Map.of(),
            Map.of());
    Table table = FlowTables.of(flow).get(0);
    int last = table.columns().size() - 1;
    assertEquals("平均处置（小时）", table.columns().get(last).title());
    assertEquals(
        List.of(Cell.of(3.0, 1), Cell.of(4.0, 1), Cell.of(1.0, 1), Cell.of(Double.NaN, 1)),
        table.rows().stream().map(r -> r.get(last)).toList());
  }
}
