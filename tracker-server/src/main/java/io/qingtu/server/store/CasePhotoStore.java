package io.qingtu.server.store;

import io.qingtu.route.casework.PlacePhoto;
import io.qingtu.route.casework.Scene;
import io.qingtu.server.store.MediaFolder.Kept;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Photos of cases: first the bytes to the disk, then the row that names them. Who may see a case
 * may see its photos, which is asked before.
 */
public final class CasePhotoStore {
  /**
   * A photo before it is filed; its bytes come beside it.
   *
   * @param clientId the sender's own name of it: the same again is the same photo
   * @param format ending of a file name, as {@code jpg}
   * @param takenAt by the camera's clock
   */
  public record NewPhoto(
      long caseId, int userId, String clientId, String format, Instant takenAt, Scene taken) {}

  /**
   * A photo on file.
   *
   * @param by name of who filed it
   * @param lon degrees, WGS-84, where the camera was
   * @param lat degrees, WGS-84
   */
  public record PhotoRow(
      long id,
      long caseId,
      int userId,
      String by,
      String clientId,
      String sha256,
      String format,
      long size,
      Instant takenAt,
      Instant filedAt,
      double lon,
      double lat) {
    /** What decides whether it shows the place in order. */
    public PlacePhoto photo() {
      return new PlacePhoto(userId, takenAt, new Scene(lon, lat));
    }
  }

  private static final String SELECT =
      """
      select p.*, u.display_name
      from case_photo p cross join (select ?::int company) r join app_user u on u.id = p.user_id
        left join company a on a.id = u.company_id
      where not coalesce(%s, false)\
      """
          .formatted(CaseQueries.COMPETITOR.formatted("a"));

  private final Database database;
  private final MediaFolder folder;

  public CasePhotoStore(Database database, MediaFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * Files a photo. Blocks; when it returns, file and row are durable. What its sender has sent
   * before under the same name is not filed again, whatever the bytes now are.
   *
   * @return the photo on file under that name, which may be of another case
   * @throws UncheckedIOException where the disk fails
   */
  public PhotoRow file(NewPhoto photo, byte[] content, Instant now) {
    Kept kept = folder.keep(content, "a photo of case " + photo.caseId());
    database.update(
        """
        insert into case_photo (case_id, user_id, client_id, sha256, format, size, taken_at, lon, lat,
          filed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (user_id, client_id) where client_id <> '' do nothing\
        """,
        photo.caseId(),
        photo.userId(),
        photo.clientId(),
        kept.sha256(),
        photo.format(),
        kept.size(),
        photo.takenAt(),
        photo.taken().longitude(),
        photo.taken().latitude(),
        now);
    return sent(photo.userId(), photo.clientId()).orElseThrow();
  }

  /** What somebody has sent under a name of his or her own. */
  public Optional<PhotoRow> sent(int userId, String clientId) {
    // the own, be its sender a source, which may read no case
    return ReadAs.get(
        Scope.CITY,
        () ->
            select(Scope.CITY)
                .and("and p.user_id = ? and p.client_id = ?", userId, clientId)
                .first(database, CasePhotoStore::row));
  }

  /** A photo of a case; to a company not those of another one. */
  public Optional<PhotoRow> find(long caseId, long id, Scope scope) {
    return select(scope)
        .and("and p.case_id = ? and p.id = ?", caseId, id)
        .first(database, CasePhotoStore::row);
  }

  /** In the order in which they came; to a company not those of another one. */
  public List<PhotoRow> ofCase(long caseId, Scope scope) {
    return select(scope)
        .and("and p.case_id = ? order by p.id", caseId)
        .list(database, CasePhotoStore::row);
  }

  private static Query select(Scope scope) {
    return new Query(SELECT, scope.competitor());
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
        r.getLong("case_id"),
        r.getInt("user_id"),
        r.getString("display_name"),
        r.getString("client_id"),
        r.getString("sha256"),
        r.getString("format"),
        r.getLong("size"),
        Database.instant(r, "taken_at"),
        Database.instant(r, "filed_at"),
        r.getDouble("lon"),
        r.getDouble("lat"));
  }
}
