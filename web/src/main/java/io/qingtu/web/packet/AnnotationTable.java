package io.qingtu.web.packet;

import io.qingtu.web.packet.PacketAnnotation.Message;
import io.qingtu.web.packet.PacketAnnotation.Problem;
import io.qingtu.web.packet.PacketAnnotation.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An annotation as a table of text, a row a line. */
public final class AnnotationTable {
  private static final int MOST_HEX_BYTES = 12;
  private static final String GAP = "  ";

  private AnnotationTable() {}

  /** The lines: what the message is, a row each, and what is wrong behind the row where it is. */
  public static List<String> lines(PacketAnnotation annotation) {
    List<String> lines = new ArrayList<>();
    lines.add(head(annotation));
    boolean escaped = annotation.rows().stream().anyMatch(row -> row.to() != row.wireTo());
    List<String[]> cells = new ArrayList<>();
    cells.add(new String[] {"offset", escaped ? "wire" : "", "hex", "field", "value"});
    annotation.rows().forEach(row -> cells.add(cells(row, escaped)));
    int[] widths = widths(cells);
    lines.add(line(cells.get(0), widths));
    List<Problem> waiting = new ArrayList<>(annotation.errors());
    for (int i = 0; i < annotation.rows().size(); i++) {
      lines.add(line(cells.get(i + 1), widths));
      boolean last = i == annotation.rows().size() - 1;
      int next = last ? Integer.MAX_VALUE : annotation.rows().get(i + 1).from();
      while (!waiting.isEmpty() && waiting.get(0).from() < next) {
        lines.add(problem(waiting.remove(0)));
      }
    }
    waiting.forEach(problem -> lines.add(problem(problem)));
    annotation.readings().forEach(state -> lines.add(state.name() + " " + state.value()));
    return lines;
  }

  private static String head(PacketAnnotation annotation) {
    Message message = annotation.message();
    String known = message.clause().isEmpty() ? "" : "(" + message.clause() + ")";
    String version = message.version().isEmpty() ? "" : "version " + message.version();
    return Stream.concat(
            Stream.of(
                message.id(),
                message.name(),
                message.title(),
                known,
                version,
                annotation.joined() ? "joined from sub-packages" : "",
                annotation.ok() ? "" : "NOT GOOD"),
            annotation.deviations().stream())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String[] cells(Row row, boolean escaped) {
    if (row.detail()) {
      String bits = row.bits().isEmpty() ? "" : "bit " + row.bits();
      return new String[] {"", "", bits, "  " + row.path(), text(row)};
    }
    String wire = escaped && row.to() != row.wireTo() ? range(row.wireFrom(), row.wireTo()) : "";
    return new String[] {range(row.from(), row.to()), wire, hex(row), row.path(), text(row)};
  }

  private static String range(int from, int to) {
    return to - from == 1 ? Integer.toString(from) : from + "-" + (to - 1);
  }

  private static String hex(Row row) {
    int bytes = row.to() - row.from();
    return bytes <= MOST_HEX_BYTES
        ? row.hex()
        : row.hex().substring(0, 2 * MOST_HEX_BYTES) + "… " + bytes + " bytes";
  }

  private static String text(Row row) {
    return row.unit().isEmpty() ? row.value() : row.value() + " " + row.unit();
  }

  private static String problem(Problem problem) {
    return "!! " + problem.error() + " at " + problem.from() + ": " + problem.detail();
  }

  private static int[] widths(List<String[]> cells) {
    int[] widths = new int[cells.get(0).length];
    for (String[] row : cells) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    return widths;
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      if (widths[i] > 0) {
        line.append(row[i]).append(" ".repeat(widths[i] - row[i].length())).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }
}
