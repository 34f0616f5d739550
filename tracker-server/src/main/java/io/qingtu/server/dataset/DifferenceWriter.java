package io.qingtu.server.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.qingtu.route.trial.AlertChange;
import io.qingtu.route.trial.LedgerDifference;
import io.qingtu.route.trial.RuleDifference;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what changed parameters make of a period beside its results: difference.csv has a line a
 * rule, difference.jsonl every alert that is ADDED, GONE or CHANGED with its state before and
 * after.
 */
public final class DifferenceWriter {
  private DifferenceWriter() {}

  /** Writes into {@code dir}, which is made where it is not there. */
  public static void write(Path dir, LedgerDifference difference) {
    try {
      Files.createDirectories(dir);
      writeRules(dir.resolve("difference.csv"), difference);
      writeAlerts(dir.resolve("difference.jsonl"), difference);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the difference to " + dir + ": " + e.getMessage(), e);
    }
  }

  private static void writeRules(Path file, LedgerDifference difference) throws IOException {
    try (CsvWriter out = LedgerWriter.csv(file)) {
      out.writeRecord("rule", "before", "after", "added", "gone", "changed", "same");
      for (RuleDifference r : difference.rules()) {
        out.writeRecord(
            r.rule(),
            Integer.toString(r.before()),
            Integer.toString(r.after()),
            Integer.toString(r.added()),
            Integer.toString(r.gone()),
            Integer.toString(r.changed()),
            Integer.toString(r.same()));
      }
    }
  }

  private static void writeAlerts(Path file, LedgerDifference difference) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (AlertChange c : difference.changes()) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("change", c.kind().name());
        line.set("before", c.before().map(AlertLine::of).orElse(null));
        line.set("after", c.after().map(AlertLine::of).orElse(null));
        out.write(line.toString());
        out.write('\n');
      }
    }
  }
}
