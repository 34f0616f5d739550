package io.qingtu.server.store;

import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.SignOff;
import io.qingtu.route.report.SignOff.Move;
import io.qingtu.route.report.SignOff.Refusal;
import io.qingtu.route.report.SignOff.Signature;
import io.qingtu.route.report.SignOff.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The reports as they were frozen, and who signed them. Nothing of them is ever changed. */
public final class ReportRunStore {
  /** A frozen report without its document. */
  public record Run(long id, Period period, Edition edition, Instant frozenAt, String sha256) {}

  /** A step that is not taken: the report has come further, or it is not this person's turn. */
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Optional<Refusal> why;

    RefusedException(Optional<Refusal> why) {
      super(why.map(Enum::name).orElse("STALE"), null, false, false);
      this.why = why;
    }

    /** Empty where somebody else has taken a step since it was looked at. */
    public Optional<Refusal> why() {
      return why;
    }
  }

  private static final String COLUMNS = "id, kind, first_day, last_day, edition, frozen_at, sha256";

  private static final String RUNS = "select " + COLUMNS + " from report_run ";

  private static final String STEPS =
      "select s.move, s.user_id, u.display_name, s.at, s.advice, s.cover_note from report_step s"
          + " join app_user u on u.id = s.user_id where s.run_id = ? order by s.version";

  private final Database database;

  public ReportRunStore(Database database) {
    this.database = database;
  }

  /**
   * Files a frozen report. Of two processes that freeze the same one of a week or month, the first
   * is right; chosen days may be frozen again.
   *
   * @return what was filed; empty where there is one already
   */
  public Optional<Run> freeze(
      Period period, Edition edition, Instant at, byte[] document, String sha256) {
    return database
        .query(
            "insert into report_run (kind, first_day, last_day, edition, frozen_at, document,"
                + " sha256) values (?, ?, ?, ?, ?, ?, ?) on conflict (kind, first_day, edition)"
                + " where kind <> 'DAYS' do nothing returning "
                + COLUMNS,
            ReportRunStore::run,
            period.kind().name(),
            period.first(),
            period.last(),
            edition.name(),
            at,
            document,
            sha256)
        .stream()
        .findFirst();
  }

  /** All of them, the newest period first, of a period the one that was frozen last first. */
  public List<Run> all() {
    return database.query(
        RUNS + "order by last_day desc, first_day, kind, edition desc, id desc",
        ReportRunStore::run);
  }

  public Optional<Run> find(long id) {
    return database.query(RUNS + "where id = ?", ReportRunStore::run, id).stream().findFirst();
  }

  /** Of chosen days the one that was frozen last. */
  public Optional<Run> find(Period period, Edition edition) {
    return database
        .query(
            RUNS
                + "where kind = ? and first_day = ? and last_day = ? and edition = ?"
                + " order by id desc limit 1",
            ReportRunStore::run,
            period.kind().name(),
            period.first(),
            period.last(),
            edition.name())
        .stream()
        .findFirst();
  }

  /** A run's document, as it was filed. */
  public byte[] document(long id) {
    return database
        .query("select document from report_run where id = ?", row -> row.getBytes("document"), id)
        .get(0);
  }

  /** How far a run is on its way to being issued. */
  public SignOff signOff(long id) {
    return SignOff.of(database.query(STEPS, ReportRunStore::step, id));
  }

  /**
   * Files one more step.
   *
   * @param version that the person has seen
   * @throws RefusedException where it may not be taken
   */
  public SignOff add(long id, int version, Step step) throws RefusedException {
    SignOff now = signOff(id);
    Optional<Refusal> refusal = now.refuses(step.move(), step.by().userId());
    if (now.version() != version || refusal.isPresent()) {
      throw new RefusedException(now.version() == version ? refusal : Optional.empty());
    }
    try {
      database.inTransaction(
          "a step of report " + id, connection -> insert(connection, id, version + 1, step));
    } catch (StoreException e) {
      if (e.isDuplicate()) {
        throw new RefusedException(Optional.empty());
      }
      throw e;
    }
    return signOff(id);
  }

  private static int insert(Connection connection, long id, int version, Step step)
      throws SQLException {
    return Database.update(
        connection,
        "insert into report_step (run_id, version, move, user_id, at, advice, cover_note)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        id,
        version,
        step.move().name(),
        step.by().userId(),
        step.by().at(),
        step.advice(),
        step.coverNote());
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getLong("id"),
        new Period(
            Period.Kind.valueOf(row.getString("kind")),
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class)),
        Edition.valueOf(row.getString("edition")),
        Database.instant(row, "frozen_at"),
        row.getString("sha256"));
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        Move.valueOf(row.getString("move")),
        new Signature(
            row.getInt("user_id"), row.getString("display_name"), Database.instant(row, "at")),
        row.getString("advice"),
        row.getString("cover_note"));
  }
}
