package io.qingtu.server.store;

import io.qingtu.route.permit.Amendment;
import io.qingtu.route.plan.Permit;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.dataset.Times;
import io.qingtu.server.store.AuditStore.Entry;
import io.qingtu.server.store.PlanVersion.Origin;
import io.qingtu.server.store.PlanVersions.Current;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Edits of the plan's layers. Each makes a version; the one before stays on file with the time for
 * which it counted. Whoever edits names the version that was seen, so that nobody's work is lost.
 */
public final class PlanEditStore {
  /** Somebody else has edited it since it was looked at, or it is not to be changed so. */
  public static final class RefusedEditException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient PlanRow row;
    private final boolean stale;

    RefusedEditException(PlanRow row, boolean stale, String why) {
      super(why, null, false, false);
      this.row = row;
      this.stale = stale;
    }

    /** Which of several. */
    public PlanRow row() {
      return row;
    }

    /** Whether to look again may help. */
    public boolean isStale() {
      return stale;
    }
  }

  /**
   * What is to be.
   *
   * @param row checked by {@link io.qingtu.server.dataset.PlanScrutiny}
   * @param seen the version that it is made from; 0: there is none of this id
   * @param correction it was so from the beginning of the version that it is made from; else it
   *     counts from now on, and what asks for a task on other terms from the next day on
   */
  public record Edit(PlanLayer<?> layer, PlanRow row, int seen, boolean correction) {}

  /**
   * Who edits, and why.
   *
   * @param address that the request came from
   * @param now the city's time
   * @param auditedAt the wall clock's
   */
  public record Editor(
      int userId, String address, Instant now, Instant auditedAt, Origin origin, String reason) {}

  private final Database database;

  public PlanEditStore(Database database) {
    this.database = database;
  }

  /**
   * All of them or none.
   *
   * @throws RefusedEditException names the first that cannot be
   */
  public void apply(List<Edit> edits, Editor editor) throws RefusedEditException {
    Optional<RefusedEditException> refused =
        database.inTransaction(
            "editing the plan",
            connection -> {
              PlanVersions versions = new PlanVersions(connection);
              versions.lock();
              for (Edit edit : edits) {
                try {
                  apply(connection, PlanTable.of(edit.layer()), edit, editor);
                } catch (RefusedEditException e) {
                  connection.rollback();
                  return Optional.of(e);
                }
              }
              return Optional.empty();
            });
    if (refused.isPresent()) {
      throw refused.get();
    }
  }

  /**
   * One, as a part of what somebody else does in this transaction.
   *
   * @return the version that it has become
   */
  static int apply(Connection connection, Edit edit, Editor editor)
      throws SQLException, RefusedEditException {
    new PlanVersions(connection).lock();
    apply(connection, PlanTable.of(edit.layer()), edit, editor);
    return edit.seen() + 1;
  }

  private static <T> void apply(Connection connection, PlanTable<T> table, Edit edit, Editor editor)
      throws SQLException, RefusedEditException {
    PlanVersions versions = new PlanVersions(connection);
    PlanLayer<T> layer = table.layer();
    String id = layer.id(edit.row());
    Optional<Current> before = versions.begun(table, id);
    int found = before.map(Current::version).orElse(0);
    if (found != edit.seen()) {
      throw edit.seen() == 0
          ? new RefusedEditException(edit.row(), false, id + " is taken")
          : new RefusedEditException(
              edit.row(), true, id + " is at version " + found + ", not " + edit.seen());
    }
    PlanRow row = layer == PlanLayer.PERMITS ? permit(edit.row(), before, editor) : edit.row();
    if (layer.isTask()) {
      refuseRewriting(layer, edit, before);
    }
    Instant since = begin(layer, before, row, editor.now());
    if (edit.correction()) {
      since = before.map(Current::since).orElse(Instant.MIN);
      versions.correct(layer, id);
    } else {
      versions.close(layer, id, since);
      if (layer.isTask()) {
        // what ends sooner than tomorrow's terms begin ends on today's
        Instant end = PlanVersions.later(Times.validTo(row.text("valid_to")), editor.now());
        versions.cut(layer, id, editor.now(), end.isBefore(since) ? end : since);
      }
    }
    versions.add(
        table,
        found + 1,
        new PlanVersions.Entry(
            row, editor.origin(), editor.userId(), editor.reason(), editor.now()),
        since);
    audit(connection, layer, before, row, editor);
  }

  private static void refuseRewriting(PlanLayer<?> layer, Edit edit, Optional<Current> before)
      throws RefusedEditException {
    Optional<String> refusal =
        edit.correction()
            ? Optional.of("what was asked for is not corrected; a change counts from tomorrow on")
            : before.flatMap(b -> layer.refusal(b.row(), edit.row()));
    if (refusal.isPresent()) {
      throw new RefusedEditException(edit.row(), false, refusal.get());
    }
  }

  /**
   * From when on it counts. Of a task today's windows stay as they are, if it does not end before
   * they begin.
   */
  private static Instant begin(
      PlanLayer<?> layer, Optional<Current> before, PlanRow row, Instant now) {
    if (!layer.isTask() || before.isEmpty()) {
      return now;
    }
    boolean ends = layer.isSameButForValidity(before.get().row(), row);
    return PlanVersions.later(before.get().since(), ends ? now : PlanVersions.nextDay(now));
  }

  /** When it was typed in is the server's to say: who comes late is seen to (补录). */
  private static PlanRow permit(PlanRow row, Optional<Current> current, Editor editor)
      throws RefusedEditException {
    Instant enteredAt = editor.now();
    if (current.isPresent()) {
      Permit before = PlanLayer.PERMITS.read(current.get().row());
      Optional<String> refusal =
          Amendment.refusal(before, PlanLayer.PERMITS.read(row), editor.now());
      if (refusal.isPresent()) {
        throw new RefusedEditException(row, false, refusal.get());
      }
      enteredAt = Amendment.enteredAt(before, editor.now());
    }
    return row.with("entered_at", Times.format(enteredAt));
  }

  private static void audit(
      Connection connection,
      PlanLayer<?> layer,
      Optional<Current> before,
      PlanRow after,
      Editor editor)
      throws SQLException {
    Map<String, Object> detail = new HashMap<>();
    before.ifPresent(b -> detail.put("before", b.row().toJson()));
    detail.put("after", after.toJson());
    detail.put("reason", editor.reason());
    detail.put("origin", editor.origin().name());
    AuditStore.append(
        connection,
        new Entry(
            editor.auditedAt(),
            editor.userId(),
            editor.address(),
            AuditAction.PLAN_EDIT,
            layer.name() + "/" + layer.id(after),
            detail));
  }
}
