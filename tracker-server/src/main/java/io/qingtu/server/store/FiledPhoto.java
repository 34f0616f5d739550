package io.qingtu.server.store;

import io.qingtu.route.casework.PlacePhoto;
import io.qingtu.route.casework.Scene;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A photo on file.
 *
 * @param of id of what it was filed with
 * @param userId of who filed it
 * @param by name of who filed it; empty where the reader may not know
 * @param clientId the sender's own name of it
 * @param size bytes
 * @param takenAt by the camera's clock
 * @param lon degrees, WGS-84, where the camera was
 * @param lat degrees, WGS-84
 */
public record FiledPhoto(
    long id,
    long of,
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
  /** Where the camera was. */
  public Scene taken() {
    return new Scene(lon, lat);
  }

  /** What decides whether it shows the place of a case in order. */
  public PlacePhoto ofPlace() {
    return new PlacePhoto(userId, takenAt, taken());
  }

  /** A row of {@link PhotoFiling#select}. */
  static FiledPhoto read(ResultSet r) throws SQLException {
    return new FiledPhoto(
        r.getLong("id"),
        r.getLong("owner"),
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
