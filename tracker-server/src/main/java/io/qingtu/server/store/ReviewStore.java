package io.qingtu.server.store;

import java.time.Instant;

/** Files what people decide of alerts. */
public final class ReviewStore {
  private final Database database;

  public ReviewStore(Database database) {
    this.database = database;
  }

  /**
   * Files a decision on the revision of the alert that stands now.
   *
   * @return false where it would confirm what an upheld appeal has cleared: nothing is filed
   */
  public boolean add(long alertId, int userId, Review review, Instant at) {
    int filed =
        database.update(
            """
            insert into review (alert_id, revision, user_id, decision, reason, note, grade, at)
            select id, revision, ?, ?, ?, ?, ?, ? from alert where id = ? and (? or not exists
              (select from alert_appeal p where p.alert_id = alert.id and p.decision = 'UPHELD'))
            """,
            userId,
            review.decision().name(),
            review.reason().map(Review.Reason::code).orElse(""),
            review.note(),
            review.grade().map(Enum::name).orElse(""),
            at,
            alertId,
            review.decision() != Review.Decision.CONFIRMED);
    return filed == 1;
  }
}
