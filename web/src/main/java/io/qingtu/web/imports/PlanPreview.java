package io.qingtu.web.imports;

import io.qingtu.route.geo.Datum;
import io.qingtu.route.permit.Amendment;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.dataset.PlanScrutiny;
import io.qingtu.server.store.PlanEditStore.Edit;
import io.qingtu.server.store.PlanVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * What would become of a file: row by row what is new, changed, as before, or refused and why. The
 * same file on the same plan has the same preview.
 */
public final class PlanPreview {
  /** What becomes of a row. */
  public enum Fate {
    NEW,
    CHANGED,
    SAME,
    REFUSED
  }

  /**
   * @param where the row in the file
   * @param id as the row has it
   * @param changed columns whose text is another, and geometry
   * @param row as it would be filed
   * @param seen version that it would follow; 0 where it is new
   */
  public record Outcome(
      String where,
      String id,
      Fate fate,
      String reason,
      List<String> changed,
      PlanRow row,
      int seen) {}

  /** What the file is held against. */
  public record Against(
      PlanLayer<?> layer,
      Collection<PlanVersion> known,
      PlanScrutiny scrutiny,
      Instant now,
      Consumer<PlanRow> right) {}

  private final ImportFormat format;
  private final List<Outcome> outcomes;

  private PlanPreview(ImportFormat format, List<Outcome> outcomes) {
    this.format = format;
    this.outcomes = List.copyOf(outcomes);
  }

  /**
   * @throws ImportException where the file as a whole is not taken
   */
  public static PlanPreview of(byte[] content, Datum datum, Against against) {
    ImportFile file = ImportFile.read(content, against.layer(), datum);
    Map<String, PlanVersion> known =
        against.known().stream()
            .collect(Collectors.toMap(v -> against.layer().id(v.row()), v -> v));
    Map<String, PlanRow> before = new HashMap<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (ReadRow read : file.rows()) {
      String id = against.layer().id(read.row());
      Outcome outcome = judge(against, read, Optional.ofNullable(known.get(id)));
      PlanRow first = outcome.fate() == Fate.REFUSED ? null : before.putIfAbsent(id, outcome.row());
      if (first != null) {
        boolean same = first.toJson().equals(outcome.row().toJson());
        outcome = repeated(outcome, same);
      }
      outcomes.add(outcome);
    }
    return new PlanPreview(file.format(), outcomes);
  }

  private static Outcome repeated(Outcome o, boolean same) {
    return same
        ? new Outcome(o.where(), o.id(), Fate.SAME, "", List.of(), o.row(), o.seen())
        : new Outcome(
            o.where(),
            o.id(),
            Fate.REFUSED,
            o.id() + " stands in the file twice, with different content",
            List.of(),
            o.row(),
            o.seen());
  }

  private static Outcome judge(Against against, ReadRow read, Optional<PlanVersion> known) {
    PlanLayer<?> layer = against.layer();
    String id = layer.id(read.row());
    Optional<PlanRow> current = known.map(PlanVersion::row);
    try {
      if (!read.problem().isEmpty()) {
        throw read.row().wrong(read.problem());
      }
      PlanRow sent = ImportFile.over(current, read.row());
      if (layer == PlanLayer.PERMITS) {
        // when it was typed in is the server's to say
        sent = sent.with("entered_at", current.map(c -> c.text("entered_at")).orElse(""));
      }
      against.right().accept(sent);
      PlanRow row = against.scrutiny().checked(layer, sent);
      List<String> changed = changed(current, row);
      if (current.isPresent() && changed.isEmpty()) {
        return new Outcome(
            read.row().where(), id, Fate.SAME, "", changed, row, known.get().version());
      }
      current.ifPresent(c -> refuseRewriting(layer, c, row, against.now()));
      Fate fate = current.isPresent() ? Fate.CHANGED : Fate.NEW;
      int seen = known.map(PlanVersion::version).orElse(0);
      return new Outcome(read.row().where(), id, fate, "", changed, row, seen);
    } catch (DataSetException e) {
      return new Outcome(
          read.row().where(), id, Fate.REFUSED, e.reason(), List.of(), read.row(), 0);
    }
  }

  private static void refuseRewriting(
      PlanLayer<?> layer, PlanRow before, PlanRow row, Instant now) {
    Optional<String> refusal =
        layer == PlanLayer.PERMITS
            ? Amendment.refusal(PlanLayer.PERMITS.read(before), PlanLayer.PERMITS.read(row), now)
            : layer.refusal(before, row);
    if (refusal.isPresent()) {
      throw row.wrong(refusal.get());
    }
  }

  private static List<String> changed(Optional<PlanRow> current, PlanRow row) {
    List<String> changed = new ArrayList<>();
    if (current.isPresent()) {
      row.columns().keySet().stream()
          .filter(c -> !row.text(c).equals(current.get().text(c)))
          .forEach(changed::add);
      if (row.shape().isPresent()
          && current.get().shape().filter(s -> isSame(s, row.geometry())).isEmpty()) {
        changed.add("geometry");
      }
    }
    return changed;
  }

  /** Formats differ in where a ring begins and which way it runs; which way a line runs is kept. */
  private static boolean isSame(Geometry a, Geometry b) {
    return a instanceof Polygonal ? a.norm().equalsExact(b.norm()) : a.equalsExact(b);
  }

  public ImportFormat format() {
    return format;
  }

  public List<Outcome> outcomes() {
    return outcomes;
  }

  /** By what it is known again: nothing else is filed than what was shown. */
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Outcome o : outcomes) {
        String line =
            o.where() + o.fate() + o.seen() + (o.fate() == Fate.REFUSED ? "" : o.row().toJson());
        sha.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /** What is to be filed: the new and the changed ones. */
  public List<Edit> edits(PlanLayer<?> layer, boolean correction) {
    return outcomes.stream()
        .filter(o -> o.fate() == Fate.NEW || o.fate() == Fate.CHANGED)
        .map(o -> new Edit(layer, o.row(), o.seen(), correction))
        .toList();
  }

  public boolean hasRefused() {
    return outcomes.stream().anyMatch(o -> o.fate() == Fate.REFUSED);
  }
}
