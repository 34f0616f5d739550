package io.qingtu.server.store;

import io.qingtu.server.store.Database.RowReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of photos that people file with something: first the bytes to the disk, then the row that
 * names them. What its sender has sent before under the same name is not filed again, whatever the
 * bytes now are.
 */
final class PhotoFiling {
  /** Refuses what takes no photo now, and holds what does until the photo is on file. */
  @FunctionalInterface
  interface Gate {
    void pass(Connection connection) throws SQLException;
  }

  private static final List<String> COLUMNS =
      List.of(
          "user_id", "client_id", "sha256", "format", "size", "taken_at", "lon", "lat", "filed_at");

  private final Database database;
  private final MediaFolder folder;
  private final String table;
  private final String insert;
  private final String select;

  /**
   * @param owner column of what the photos are filed with
   * @param further columns of this table alone
   */
  PhotoFiling(
      Database database, MediaFolder folder, String table, String owner, String... further) {
    this.database = database;
    this.folder = folder;
    this.table = table;
    List<String> columns =
        Stream.of(Stream.of(owner), COLUMNS.stream(), Stream.of(further)).flatMap(s -> s).toList();
    this.insert =
        "insert into %s (%s) values (%s) on conflict (user_id, client_id) where client_id <> '' do nothing"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
    this.select =
        "select p.*, p.%s owner, coalesce(u.display_name, '') display_name from %s p left join app_user u on u.id = p.user_id"
            .formatted(owner, table);
  }

  /**
   * Files a photo; when it returns, file and row are durable. Blocks.
   *
   * @param further values of the further columns
   * @return the photo on file under its name, which may be of something else
   * @throws UncheckedIOException where the disk fails
   */
  FiledPhoto file(long owner, TakenPhoto photo, byte[] content, Instant now, Object... further) {
    database.update(insert, kept(owner, photo, content, now, further));
    return filed(photo);
  }

  /** As {@link #file}, in one transaction with the question whether it is taken. */
  FiledPhoto fileThrough(
      Gate gate, long owner, TakenPhoto photo, byte[] content, Instant now, Object... further) {
    database.inTransaction(
        "filing a " + table + " of " + owner,
        connection -> {
          gate.pass(connection);
          return Database.update(connection, insert, kept(owner, photo, content, now, further));
        });
    return filed(photo);
  }

  private Object[] kept(
      long owner, TakenPhoto photo, byte[] content, Instant now, Object... further) {
    MediaFolder.Kept kept = folder.keep(content, "a " + table + " of " + owner);
    Stream<Object> values =
        Stream.of(
            owner,
            photo.userId(),
            photo.clientId(),
            kept.sha256(),
            photo.format(),
            kept.size(),
            photo.takenAt(),
            photo.taken().longitude(),
            photo.taken().latitude(),
            now);
    return Stream.concat(values, Stream.of(further)).toArray();
  }

  private FiledPhoto filed(TakenPhoto photo) {
    return sent(photo.userId(), photo.clientId(), FiledPhoto::read).orElseThrow();
  }

  /**
   * What somebody has sent under a name of his or her own, whether or not he or she may see now
   * what it was filed with.
   */
  <T> Optional<T> sent(int userId, String clientId, RowReader<T> reader) {
    return ReadAs.get(
        Scope.CITY,
        () ->
            select()
                .and("where p.user_id = ? and p.client_id = ?", userId, clientId)
                .first(database, reader));
  }

  /** Photos {@code p} with who filed them, {@code u}, as {@link FiledPhoto#read} reads them. */
  Query select() {
    return new Query(select);
  }

  /**
   * The file with these bytes, read through and found to be what was kept.
   *
   * @throws DamagedMediaException where it is not
   */
  Path verified(FiledPhoto photo) {
    return folder.verified(photo.sha256());
  }
}
