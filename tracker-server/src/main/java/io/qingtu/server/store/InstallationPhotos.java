package io.qingtu.server.store;

import io.qingtu.route.acceptance.PhotoKind;
import io.qingtu.route.casework.Scene;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Photos of installations: first the bytes to the disk, then the row that names them. */
public final class InstallationPhotos {
  /**
   * A photo before it is filed; its bytes come beside it.
   *
   * @param clientId the sender's own name of it: the same again is the same photo
   * @param format ending of a file name, as {@code jpg}
   */
  public record NewPhoto(
      long installationId,
      PhotoKind kind,
      int userId,
      String clientId,
      String format,
      Instant takenAt,
      Scene taken) {}

  /**
   * A photo on file.
   *
   * @param by name of who filed it
   */
  public record PhotoRow(
      long id,
      long installationId,
      PhotoKind kind,
      String by,
      String sha256,
      String format,
      Instant takenAt,
      double lon,
      double lat) {}

  private static final String SELECT =
      "select p.*, u.display_name from installation_photo p left join app_user u on u.id = p.user_id";

  private final Database database;
  private final MediaFolder folder;

  public InstallationPhotos(Database database, MediaFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * Files a photo; when it returns, file and row are durable. Blocks.
   *
   * @return the photo on file under its name, which may be of another installation
   * @throws UncheckedIOException where the disk fails
   */
  public PhotoRow file(NewPhoto photo, byte[] content, Instant now) {
    MediaFolder.Kept kept = folder.keep(content, "a photo of an installation");
    database.update(
        "insert into installation_photo (installation_id, kind, user_id, client_id, sha256, format, size,"
            + " taken_at, lon, lat, filed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (user_id, client_id) do nothing",
        photo.installationId(),
        photo.kind(),
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
    return new Query(SELECT)
        .and(" where p.user_id = ? and p.client_id = ?", userId, clientId)
        .first(database, InstallationPhotos::row);
  }

  /** In the order in which they came. */
  public List<PhotoRow> of(long installationId) {
    return new Query(SELECT)
        .and(" where p.installation_id = ? order by p.id", installationId)
        .list(database, InstallationPhotos::row);
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
        r.getLong("installation_id"),
        PhotoKind.valueOf(r.getString("kind")),
        r.getString("display_name"),
        r.getString("sha256"),
        r.getString("format"),
        Database.instant(r, "taken_at"),
        r.getDouble("lon"),
        r.getDouble("lat"));
  }
}
