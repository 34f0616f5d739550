package io.qingtu.server.store;

import io.qingtu.server.store.ExemptionRefusal.Why;
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
 * Photos and papers that show the reason of a request for an exemption: first the bytes to the
 * disk, then the row that names them. Who may see a request may see its files, which is asked
 * before. What was decided on gets no more of them.
 */
public final class ExemptionFiles {
  /** Of one request. */
  public static final int MOST = 10;

  /**
   * A file before it is filed; its bytes come beside it.
   *
   * @param clientId the sender's own name of it: the same again is the same file
   * @param format ending of a file name, as {@code pdf}
   */
  public record NewFile(long requestId, int userId, String clientId, String format) {}

  /** A file on record. */
  public record FileRow(
      long id, long requestId, String sha256, String format, long size, Instant filedAt) {}

  private static final String SELECT =
      "select id, request_id, sha256, format, size, filed_at from exemption_file";

  private final Database database;
  private final MediaFolder folder;

  public ExemptionFiles(Database database, MediaFolder folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * Files a photo or paper; when it returns, file and row are durable. Blocks.
   *
   * @return the file on record under its name, which may be of another request
   * @throws ExemptionRefusal where somebody else has asked, or somebody has decided, or there are
   *     {@link #MOST} of them
   * @throws UncheckedIOException where the disk fails
   */
  public FileRow file(NewFile file, byte[] content, Instant now) {
    database.inTransaction(
        "filing a file of the request for exemption " + file.requestId(),
        connection -> {
          refuseClosed(connection, file);
          MediaFolder.Kept kept = folder.keep(content, "a file of a request for an exemption");
          return Database.update(
              connection,
              """
              insert into exemption_file (request_id, user_id, client_id, sha256, format, size, filed_at)
              values (?, ?, ?, ?, ?, ?, ?) on conflict (user_id, client_id) do nothing\
              """,
              file.requestId(),
              file.userId(),
              file.clientId(),
              kept.sha256(),
              file.format(),
              kept.size(),
              now);
        });
    return sent(file.userId(), file.clientId()).orElseThrow();
  }

  private record Request(boolean own, boolean decided, long files) {}

  /** Holds the request, so that nobody decides on it before the file is on record. */
  private static void refuseClosed(Connection connection, NewFile file) throws SQLException {
    Request request =
        Database.query(
                connection,
                """
                select r.asked_by = ? own, r.decision is not null decided,
                  (select count(*) from exemption_file f where f.request_id = r.id) files
                from exemption_request r where r.id = ? for update of r\
                """,
                r -> new Request(r.getBoolean("own"), r.getBoolean("decided"), r.getLong("files")),
                file.userId(),
                file.requestId())
            .stream()
            .findFirst()
            .orElseThrow(
                () -> new ExemptionRefusal(Why.UNKNOWN, "there is no request " + file.requestId()));
    if (!request.own()) {
      throw new ExemptionRefusal(Why.OWN, "who has asked shows why");
    }
    if (request.decided()) {
      throw new ExemptionRefusal(Why.DECIDED, "it was decided on already");
    }
    if (request.files() >= MOST) {
      throw new ExemptionRefusal(Why.FULL, "it has " + MOST + " files");
    }
  }

  /** What somebody has sent under a name of his or her own. */
  public Optional<FileRow> sent(int userId, String clientId) {
    return new Query(SELECT)
        .and(" where user_id = ? and client_id = ?", userId, clientId)
        .first(database, ExemptionFiles::row);
  }

  /** By request, in the order in which they came. */
  public Map<Long, List<FileRow>> of(Collection<Long> requests) {
    return new Query(SELECT)
            .and(" where request_id = any(?) order by id", (Object) requests.toArray(Long[]::new))
            .list(database, ExemptionFiles::row)
            .stream()
            .collect(Collectors.groupingBy(FileRow::requestId));
  }

  /** A file of a request. */
  public Optional<FileRow> find(long requestId, long id) {
    return new Query(SELECT)
        .and(" where request_id = ? and id = ?", requestId, id)
        .first(database, ExemptionFiles::row);
  }

  /**
   * The file with these bytes, read through and found to be what was kept.
   *
   * @throws DamagedMediaException where it is not
   */
  public Path verified(FileRow file) {
    return folder.verified(file.sha256());
  }

  private static FileRow row(ResultSet r) throws SQLException {
    return new FileRow(
        r.getLong("id"),
        r.getLong("request_id"),
        r.getString("sha256"),
        r.getString("format"),
        r.getLong("size"),
        Database.instant(r, "filed_at"));
  }
}
