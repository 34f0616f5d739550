package io.qingtu.server.store;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Photos of cases. Who may see a case may see its photos, which is asked before. */
public final class CasePhotoStore {
  private static final String NOT_OF_COMPETITORS =
      """
      cross join (select ?::int company) r left join company a on a.id = u.company_id
      where u.id is not null and not coalesce(%s, false)\
      """
          .formatted(CaseQueries.COMPETITOR.formatted("a"));

  private final Database database;
  private final PhotoFiling filing;

  public CasePhotoStore(Database database, MediaFolder folder) {
    this.database = database;
    this.filing = new PhotoFiling(database, folder, "case_photo", "case_id");
  }

  /**
   * Files a photo. Blocks; when it returns, file and row are durable. What its sender has sent
   * before under the same name is not filed again, whatever the bytes now are.
   *
   * @return the photo on file under that name, which may be of another case
   * @throws UncheckedIOException where the disk fails
   */
  public FiledPhoto file(long caseId, TakenPhoto photo, byte[] content, Instant now) {
    return filing.file(caseId, photo, content, now);
  }

  /** What somebody has sent under a name of his or her own. */
  public Optional<FiledPhoto> sent(int userId, String clientId) {
    return filing.sent(userId, clientId, FiledPhoto::read);
  }

  /** A photo of a case; to a company not those of another one. */
  public Optional<FiledPhoto> find(long caseId, long id, Scope scope) {
    return select(scope)
        .and("and p.case_id = ? and p.id = ?", caseId, id)
        .first(database, FiledPhoto::read);
  }

  /** In the order in which they came; to a company not those of another one. */
  public List<FiledPhoto> ofCase(long caseId, Scope scope) {
    return select(scope)
        .and("and p.case_id = ? order by p.id", caseId)
        .list(database, FiledPhoto::read);
  }

  private Query select(Scope scope) {
    return filing.select().and(NOT_OF_COMPETITORS, scope.competitor());
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
