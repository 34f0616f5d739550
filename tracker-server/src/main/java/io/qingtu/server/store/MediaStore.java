package io.qingtu.server.store;

import io.qingtu.server.store.MediaFolder.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Files media as evidence: first the bytes to the disk, then the row that names them, so that a row
 * never lacks its file. The same thing filed twice is one row. Nothing is deleted.
 */
public final class MediaStore {
  /** A terminal's clock that says something else is not believed, see column {@code time}. */
  private static final Duration OLDEST = Duration.ofDays(30);

  private static final Duration AHEAD = Duration.ofMinutes(10);

  /** Terminals number their media anew: an announcement that is older means another one. */
  private static final Duration LATEST_ANSWER = Duration.ofHours(1);

  private final Database database;
  private final MediaFolder folder;

  public MediaStore(Database database, MediaFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /** The files. */
  public MediaFolder folder() {
    return folder;
  }

  /**
   * Files bytes. Blocks; when it returns, file and row are durable.
   *
   * @return id of the row, the first one's where the same was filed before
   * @throws UncheckedIOException where the disk fails
   * @throws StoreException where the database fails
   */
  public long file(NewMedia media, byte[] content) {
    try {
      return file(media, folder.keep(content));
    } catch (IOException e) {
      throw new UncheckedIOException("media of " + media.phone() + " cannot be kept: " + e, e);
    }
  }

  /**
   * As {@link #file(NewMedia, byte[])}, with a complete file that {@link MediaFolder#incoming()}
   * named. The file is gone afterwards, whatever the database says.
   */
  public long file(NewMedia media, Path complete) {
    try {
      return file(media, folder.keep(complete));
    } catch (IOException e) {
      throw new UncheckedIOException("media of " + media.phone() + " cannot be kept: " + e, e);
    }
  }

  private long file(NewMedia m, Kept kept) {
    return database
        .updateReturning(
            """
            insert into media as m (vehicle_id, phone, media_id, kind, format, event, channel,
              taken_at, time, received_at, lon, lat, source, size, sha256, file_name, command_id,
              safety_alarm_id)
            values (?, ?, ?::bigint, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?::float8, ?::float8, ?, ?,
              ?, ?, coalesce(?::bigint, (select max(c.id) from command c where c.phone = ?
                and c.media_ids @> array[?::bigint] and c.sent_at >= ?)), ?::bigint)
            on conflict (vehicle_id, sha256, coalesce(media_id, -1), channel,
              coalesce(taken_at, '-infinity'), file_name, coalesce(safety_alarm_id, -1))
            do update set command_id = coalesce(m.command_id, excluded.command_id)
            returning id\
            """,
            row -> row.getLong("id"),
            m.vehicleId(),
            m.phone(),
            m.mediaId().orElse(null),
            m.kind(),
            m.format(),
            m.event(),
            m.channel(),
            m.takenAt().orElse(null),
            time(m),
            m.receivedAt(),
            Database.orNull(m.lon()),
            Database.orNull(m.lat()),
            m.source(),
            kept.size(),
            kept.sha256(),
            m.fileName(),
            m.commandId().orElse(null),
            m.phone(),
            m.mediaId().orElse(null),
            m.receivedAt().minus(LATEST_ANSWER),
            m.safetyAlarmId().orElse(null))
        .get(0);
  }

  private static Instant time(NewMedia m) {
    return m.takenAt()
        .filter(t -> !t.isAfter(m.receivedAt().plus(AHEAD)))
        .filter(t -> !t.isBefore(m.receivedAt().minus(OLDEST)))
        .orElse(m.receivedAt());
  }
}
