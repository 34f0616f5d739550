package io.qingtu.server.store;

import io.qingtu.route.casework.Scene;
import io.qingtu.server.store.NoticeRefusal.Why;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Photos with which a company explains: first the bytes to the disk, then the row that names them.
 * Who may see a question may see them, which is asked before. What was answered gets no more of
 * them.
 */
public final class NoticePhotos {
  /** Of one question. */
  public static final int MOST = 5;

  /**
   * A photo before it is filed; its bytes come beside it.
   *
   * @param companyId for which it is filed
   * @param clientId the sender's own name of it: the same again is the same photo
   * @param format ending of a file name, as {@code jpg}
   * @param takenAt by the camera's clock
   */
  public record NewPhoto(
      long noticeId,
      int userId,
      int companyId,
      String clientId,
      String format,
      Instant takenAt,
      Scene taken) {}

  /**
   * A photo on file.
   *
   * @param by name of who filed it
   * @param size bytes
   * @param lon degrees, WGS-84, where the camera was
   * @param lat degrees, WGS-84
   */
  public record PhotoRow(
      long id,
      long noticeId,
      String by,
      String sha256,
      String format,
      long size,
      Instant takenAt,
      Instant filedAt,
      double lon,
      double lat) {}

  private static final String SELECT =
      "select p.*, u.display_name from notice_photo p join app_user u on u.id = p.user_id where";

  private final Database database;
  private final MediaFolder folder;

  public NoticePhotos(Database database, MediaFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * Files a photo; when it returns, file and row are durable. Blocks.
   *
   * @return the photo on file under its name, which may be of another question
   * @throws NoticeRefusal where the company was not asked, or has answered, or there are {@link
   *     #MOST} of them
   * @throws UncheckedIOException where the disk fails
   */
  public PhotoRow file(NewPhoto photo, byte[] content, Instant now) {
    database.inTransaction(
        "filing a photo for the notice " + photo.noticeId(),
        connection -> {
          refuseClosed(connection, photo);
          MediaFolder.Kept kept = folder.keep(content, "a photo for notice " + photo.noticeId());
          return Database.update(
              connection,
              """
              insert into notice_photo (notice_id, user_id, client_id, sha256, format, size, taken_at,
                lon, lat, filed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              on conflict (user_id, client_id) do nothing\
              """,
              photo.noticeId(),
              photo.userId(),
              photo.clientId(),
              kept.sha256(),
              photo.format(),
              kept.size(),
              photo.takenAt(),
              photo.taken().longitude(),
              photo.taken().latitude(),
              now);
        });
    return sent(photo.userId(), photo.clientId()).orElseThrow();
  }

  private record Question(boolean answered, long photos) {}

  /** Holds the question, so that it is not answered before the photo is on file. */
  private static void refuseClosed(Connection connection, NewPhoto photo) throws SQLException {
    Question question =
        Database.query(
                connection,
                """
                select n.answered_at is not null answered,
                  (select count(*) from notice_photo p where p.notice_id = n.id) photos
                from alert_notice n where n.id = ? and n.company_id = ? for update of n\
                """,
                r -> new Question(r.getBoolean("answered"), r.getLong("photos")),
                photo.noticeId(),
                photo.companyId())
            .stream()
            .findFirst()
            .orElseThrow(
                () -> new NoticeRefusal(Why.UNKNOWN, "there is no notice " + photo.noticeId()));
    if (question.answered()) {
      throw new NoticeRefusal(Why.ANSWERED, "notice " + photo.noticeId() + " has been answered");
    }
    if (question.photos() >= MOST) {
      throw new NoticeRefusal(Why.FULL, "notice " + photo.noticeId() + " has " + MOST + " photos");
    }
  }

  /** What somebody has sent under a name of his or her own. */
  public Optional<PhotoRow> sent(int userId, String clientId) {
    return new Query(SELECT)
        .and("p.user_id = ? and p.client_id = ?", userId, clientId)
        .first(database, NoticePhotos::row);
  }

  /** By question, in the order in which they came. */
  public Map<Long, List<PhotoRow>> of(Collection<Long> notices) {
    return new Query(SELECT)
            .and("p.notice_id = any(?) order by p.id", (Object) notices.toArray(Long[]::new))
            .list(database, NoticePhotos::row)
            .stream()
            .collect(Collectors.groupingBy(PhotoRow::noticeId));
  }

  /** A photo of a question. */
  public Optional<PhotoRow> find(long noticeId, long id) {
    return new Query(SELECT)
        .and("p.notice_id = ? and p.id = ?", noticeId, id)
        .first(database, NoticePhotos::row);
  }

  /**
   * The file with these bytes, read through and found to be what was kept.
   *
   * @throws DamagedMediaException where it is not
   */
  public Path verified(PhotoRow photo) {
    return folder.verified(photo.sha256());
  }

  private static PhotoRow row(ResultSet r) throws SQLException {
    return new PhotoRow(
        r.getLong("id"),
        r.getLong("notice_id"),
        r.getString("display_name"),
        r.getString("sha256"),
        r.getString("format"),
        r.getLong("size"),
        Database.instant(r, "taken_at"),
        Database.instant(r, "filed_at"),
        r.getDouble("lon"),
        r.getDouble("lat"));
  }
}
