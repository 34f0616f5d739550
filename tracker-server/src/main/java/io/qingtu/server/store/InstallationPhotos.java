package io.qingtu.server.store;

import io.qingtu.route.acceptance.PhotoKind;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Photos of installations. */
public final class InstallationPhotos {
  /** A photo on file, and what of the installation it shows. */
  public record PhotoRow(PhotoKind kind, FiledPhoto photo) {}

  private final Database database;
  private final PhotoFiling filing;

  public InstallationPhotos(Database database, MediaFolder folder) {
    this.database = database;
    this.filing =
        new PhotoFiling(database, folder, "installation_photo", "installation_id", "kind");
  }

  /**
   * Files a photo; when it returns, file and row are durable. Blocks.
   *
   * @return the photo on file under its name, which may be of another installation
   * @throws UncheckedIOException where the disk fails
   */
  public PhotoRow file(
      long installationId, PhotoKind kind, TakenPhoto photo, byte[] content, Instant now) {
    FiledPhoto filed = filing.file(installationId, photo, content, now, kind);
    return sent(filed.userId(), filed.clientId()).orElseThrow();
  }

  /** What somebody has sent under a name of his or her own. */
  public Optional<PhotoRow> sent(int userId, String clientId) {
    return filing.sent(userId, clientId, InstallationPhotos::row);
  }

  /** In the order in which they came. */
  public List<PhotoRow> of(long installationId) {
    return filing
        .select()
        .and("where p.installation_id = ? order by p.id", installationId)
        .list(database, InstallationPhotos::row);
  }

  /**
   * The file with these bytes, read through and found to be what was kept.
   *
   * @throws DamagedMediaException where it is not
   */
  public Path verified(PhotoRow row) {
    return filing.verified(row.photo());
  }

  private static PhotoRow row(ResultSet r) throws SQLException {
    return new PhotoRow(PhotoKind.valueOf(r.getString("kind")), FiledPhoto.read(r));
  }
}
