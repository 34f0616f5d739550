package io.qingtu.server.store;

import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.server.store.AppealRefusal.Why;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Photos with which a company shows why it appeals against an alert: filed while it may appeal,
 * shown as soon as it has. Who may see an alert may see those of its appeal, which is asked before.
 */
public final class AppealPhotos {
  /** Of one appeal. */
  public static final int MOST = 5;

  /** What was filed and then not appealed with, or for another company, is of no appeal. */
  private static final String LODGED =
      "join alert_appeal l on l.alert_id = p.alert_id and l.company_id = p.company_id";

  private final Database database;
  private final PhotoFiling filing;
  private final Supplier<WorkCalendar> calendar;

  /**
   * @param calendar the bureau's working time as it is known now
   */
  public AppealPhotos(Database database, MediaFolder folder, Supplier<WorkCalendar> calendar) {
    this.database = database;
    this.filing = new PhotoFiling(database, folder, "appeal_photo", "alert_id", "company_id");
    this.calendar = calendar;
  }

  /**
   * Files a photo; when it returns, file and row are durable. Blocks.
   *
   * @param companyId for which it is filed
   * @return the photo on file under its name, which may be for another alert
   * @throws AppealRefusal where the company cannot appeal against the alert, or has, or there are
   *     {@link #MOST} of them
   * @throws UncheckedIOException where the disk fails
   */
  public FiledPhoto file(
      long alertId, int companyId, TakenPhoto photo, byte[] content, Instant now) {
    // before a connection is held: it is asked of the database
    WorkCalendar today = calendar.get();
    return filing.fileThrough(
        connection -> {
          AppealGround.hold(connection, alertId, companyId).confirmed(now, today);
          refuseMore(connection, alertId, companyId);
        },
        alertId,
        photo,
        content,
        now,
        companyId);
  }

  private static void refuseMore(Connection connection, long alertId, int companyId)
      throws SQLException {
    long photos =
        Database.query(
                connection,
                "select count(*) from appeal_photo where alert_id = ? and company_id = ?",
                row -> row.getLong(1),
                alertId,
                companyId)
            .get(0);
    AppealRefusal.require(photos < MOST, Why.FULL, "it has " + MOST + " photos");
  }

  /** What somebody has sent under a name of his or her own. */
  public Optional<FiledPhoto> sent(int userId, String clientId) {
    return filing.sent(userId, clientId, FiledPhoto::read);
  }

  /** Of lodged appeals, by alert, in the order in which they came. */
  public Map<Long, List<FiledPhoto>> of(Collection<Long> alerts) {
    return lodged()
        .and("where p.alert_id = any(?) order by p.id", (Object) alerts.toArray(Long[]::new))
        .list(database, FiledPhoto::read)
        .stream()
        .collect(Collectors.groupingBy(FiledPhoto::of));
  }

  /** A photo of the appeal against an alert. */
  public Optional<FiledPhoto> find(long alertId, long id) {
    return lodged()
        .and("where p.alert_id = ? and p.id = ?", alertId, id)
        .first(database, FiledPhoto::read);
  }

  private Query lodged() {
    return filing.select().and(LODGED);
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
