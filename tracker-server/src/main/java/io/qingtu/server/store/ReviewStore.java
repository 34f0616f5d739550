package io.qingtu.server.store;

import java.time.Instant;

/** Files what people decide of alerts. */
public final class ReviewStore {
  private final Database database;

  public ReviewStore(Database database) {
    this.database = database;
  }

  /** Files a decision on the revision of the alert that stands now. */
  public void add(long alertId, int userId, Review review, Instant at) {
    database.update(
        """
            insert into review (alert_id, revision, user_id, decision, reason, note, grade, at)
            select id, revision, ?, ?, ?, ?, ?, ? from alert where id = ?
            """,
        userId,
        review.decision().name(),
        review.reason().map(Review.Reason::code).orElse(""),
        review.note(),
        review.grade().map(Enum::name).orElse(""),
        at,
        alertId);
  }
}
