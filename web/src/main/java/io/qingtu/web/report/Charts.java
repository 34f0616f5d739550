package io.qingtu.web.report;

import io.qingtu.route.alert.Grade;
import io.qingtu.route.report.AlarmQuality;
import io.qingtu.route.report.HourlyActivity;
import io.qingtu.route.report.Violations;
import io.qingtu.route.rule.RuleNames;
import java.util.List;

/** The charts of the report, 156 mm wide. */
final class Charts {
  private static final double WIDTH = 156;
  private static final double LABELS = 38;
  private static final double ROW = 6;
  private static final double TEXT = 3;

  private Charts() {}

  /** Alarms by type, a bar each, divided by the grade of proof. */
  static String types(List<Violations.Type> types) {
    Svg svg = new Svg(WIDTH, 9 + ROW * types.size());
    legend(svg, "A级", "B级", "C级");
    long most = types.stream().mapToLong(Violations.Type::alarms).max().orElse(1);
    double scale = (WIDTH - LABELS - 24) / Math.max(1, most);
    double y = 8;
    for (Violations.Type t : types) {
      svg.text(LABELS - 2, y + 3.4, TEXT, "end", RuleNames.zh(t.rule()));
      double x = LABELS;
      for (Grade grade : Grade.values()) {
        double w = t.alarmsByGrade().get(grade) * scale;
        svg.bar(x, y, w, ROW - 1.8, Svg.Fill.values()[grade.ordinal()]);
        x += w;
      }
      svg.text(x + 1.5, y + 3.4, TEXT, "start", t.alarms() + "（确认" + t.confirmed() + "）");
      y += ROW;
    }
    return svg.toHtml();
  }

  /** Per rule what was triggered, given out and confirmed. */
  static String funnel(List<AlarmQuality.Funnel> rules) {
    Svg svg = new Svg(WIDTH, 9 + ROW * rules.size());
    legend(svg, "确认", "发出", "触发");
    long most = rules.stream().mapToLong(AlarmQuality.Funnel::triggered).max().orElse(1);
    double scale = (WIDTH - LABELS - 32) / Math.max(1, most);
    double y = 8;
    for (AlarmQuality.Funnel f : rules) {
      svg.text(LABELS - 2, y + 3.4, TEXT, "end", RuleNames.zh(f.rule()));
      double h = ROW - 1.8;
      svg.bar(LABELS, y, f.triggered() * scale, h, Svg.Fill.OPEN);
      svg.bar(LABELS, y, f.emitted() * scale, h, Svg.Fill.HATCHED);
      svg.bar(LABELS, y, f.confirmed() * scale, h, Svg.Fill.SOLID);
      svg.text(
          LABELS + f.triggered() * scale + 1.5,
          y + 3.4,
          TEXT,
          "start",
          f.triggered() + " → " + f.emitted() + " → " + f.confirmed());
      y += ROW;
    }
    return svg.toHtml();
  }

  /** Two small charts on one axis of hours, each with a scale of its own. */
  static String hours(HourlyActivity hours) {
    Svg svg = new Svg(WIDTH, 50);
    columns(svg, 1, hours.trips(), "重载趟次", Svg.Fill.SOLID);
    columns(svg, 25, hours.alarms(), "渣土报警", Svg.Fill.HATCHED);
    for (int h = 0; h < 24; h++) {
      svg.text(20 + (h + 0.5) * 5.5, 49, 2.6, "middle", Integer.toString(h));
    }
    svg.text(17, 49, 2.6, "end", "时");
    return svg.toHtml();
  }

  private static void columns(Svg svg, double top, List<Long> values, String name, Svg.Fill fill) {
    double height = 16;
    long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
    svg.text(17, top + 11, TEXT, "end", name);
    svg.line(20, top + 22, 152, top + 22, "#666666", 0.25);
    for (int h = 0; h < 24; h++) {
      double tall = height * values.get(h) / most;
      svg.bar(20 + h * 5.5 + 0.8, top + 22 - tall, 3.9, tall, fill);
      if (values.get(h) > 0) {
        String value = Long.toString(values.get(h));
        svg.text(20 + (h + 0.5) * 5.5, top + 21.3 - tall, 2.4, "middle", value);
      }
    }
  }

  private static void legend(Svg svg, String solid, String hatched, String open) {
    String[] names = {solid, hatched, open};
    for (int i = 0; i < 3; i++) {
      svg.bar(LABELS + i * 22, 1, 6, 3.2, Svg.Fill.values()[i]);
      svg.text(LABELS + i * 22 + 7.5, 3.8, TEXT, "start", names[i]);
    }
  }
}
