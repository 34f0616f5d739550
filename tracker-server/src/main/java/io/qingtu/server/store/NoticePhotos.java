package io.qingtu.server.store;

import io.qingtu.server.store.NoticeRefusal.Why;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Photos with which a company explains. Who may see a question may see them, which is asked before.
 * What was answered gets no more of them.
 */
public final class NoticePhotos {
  /** Of one question. */
  public static final int MOST = 5;

  private final Database database;
  private final PhotoFiling filing;

  public NoticePhotos(Database database, MediaFolder folder) {
    this.database = database;
    this.filing = new PhotoFiling(database, folder, "notice_photo", "notice_id");
  }

  /**
   * Files a photo; when it returns, file and row are durable. Blocks.
   *
   * @param companyId for which it is filed
   * @return the photo on file under its name, which may be of another question
   * @throws NoticeRefusal where the company was not asked, or has answered, or there are {@link
   *     #MOST} of them
   * @throws UncheckedIOException where the disk fails
   */
  public FiledPhoto file(
      long noticeId, int companyId, TakenPhoto photo, byte[] content, Instant now) {
    return filing.fileThrough(
        connection -> refuseClosed(connection, noticeId, companyId), noticeId, photo, content, now);
  }

  /** Holds the question, so that it is not answered before the photo is on file. */
  private static void refuseClosed(Connection connection, long noticeId, int companyId)
      throws SQLException {
    boolean answered =
        Database.query(
                connection,
                "select answered_at is not null answered from alert_notice"
                    + " where id = ? and company_id = ? for update",
                row -> row.getBoolean("answered"),
                noticeId,
                companyId)
            .stream()
            .findFirst()
            .orElseThrow(() -> new NoticeRefusal(Why.UNKNOWN, "there is no notice " + noticeId));
    if (answered) {
      throw new NoticeRefusal(Why.ANSWERED, "notice " + noticeId + " has been answered");
    }
    // counted by itself: a statement that waits for the lock does not see what was filed meanwhile
    long photos =
        Database.query(
                connection,
                "select count(*) from notice_photo where notice_id = ?",
                row -> row.getLong(1),
                noticeId)
            .get(0);
    if (photos >= MOST) {
      throw new NoticeRefusal(Why.FULL, "notice " + noticeId + " has " + MOST + " photos");
    }
  }

  /** What somebody has sent under a name of his or her own. */
  public Optional<FiledPhoto> sent(int userId, String clientId) {
    return filing.sent(userId, clientId, FiledPhoto::read);
  }

  /** By question, in the order in which they came. */
  public Map<Long, List<FiledPhoto>> of(Collection<Long> notices) {
    return filing
        .select()
        .and("where p.notice_id = any(?) order by p.id", (Object) notices.toArray(Long[]::new))
        .list(database, FiledPhoto::read)
        .stream()
        .collect(Collectors.groupingBy(FiledPhoto::of));
  }

  /** A photo of a question. */
  public Optional<FiledPhoto> find(long noticeId, long id) {
    return filing
        .select()
        .and("where p.notice_id = ? and p.id = ?", noticeId, id)
        .first(database, FiledPhoto::read);
  }

  /**
   * The file with these bytes, read through and found to be what was kept.
   *
   * @throws DamagedMediaException where it is not
   */
  public Path verified(FiledPhoto photo) {
    return filing.verified(photo);
  }
}
