package io.qingtu.server.store;

import io.qingtu.server.store.ProposalRefusal.Why;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** What holds of every change of a version that one person proposes and another approves. */
final class FourEyes {
  private FourEyes() {}

  /**
   * @param decided what was decided before; null where nothing was
   * @param own whether who decides has proposed it
   * @throws ProposalRefusal where the verdict may not be given
   */
  static void check(Decision decided, boolean own, Decision verdict) {
    if (decided != null) {
      throw new ProposalRefusal(Why.DECIDED, "it was " + decided + " already");
    }
    if (own != (verdict == Decision.WITHDRAWN)) {
      throw new ProposalRefusal(
          Why.OWN, "who has proposed may withdraw, somebody else approve or reject");
    }
  }

  /**
   * @throws ProposalRefusal where another version has come since
   */
  static void checkBase(int base, int newest) {
    if (base != newest) {
      throw new ProposalRefusal(
          Why.OUTDATED, "it changes version " + base + ", and the newest is " + newest);
    }
  }

  /**
   * Writes a verdict down.
   *
   * @param table of the proposals
   */
  static void file(
      Connection connection, String table, long id, ProposalStore.Verdict verdict, Instant now)
      throws SQLException {
    Database.update(
        connection,
        "update "
            + table
            + " set decision = ?, decided_by = ?, decided_at = ?, decision_reason = ? where id = ?",
        verdict.decision(),
        verdict.userId(),
        now,
        verdict.reason(),
        id);
  }

  /**
   * When an approved version comes into force: neither before now nor before the one it changes.
   *
   * @param wished null: at once
   */
  static Instant inForceFrom(Instant now, Instant before, Instant wished) {
    return Stream.of(now, before, wished == null ? now : wished)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
