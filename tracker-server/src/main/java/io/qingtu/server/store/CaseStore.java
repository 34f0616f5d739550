package io.qingtu.server.store;

import io.qingtu.route.casework.CaseFile;
import io.qingtu.route.casework.CaseRefusal;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Deadline;
import io.qingtu.route.casework.Extension;
import io.qingtu.route.casework.LedgerReview;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.LimitBook;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.PlacePhoto;
import io.qingtu.route.casework.Scene;
import io.qingtu.route.casework.Step;
import io.qingtu.route.casework.WorkCalendar;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Files cases and their steps. A case is told from its steps each time one is added, under a lock
 * of its row: two people who act on what they saw at the same time cannot both be right.
 */
public final class CaseStore {
  /** What became of a finding. */
  public enum Fate {
    /** A new case. */
    OPENED,
    /** One more source of a case that is there. */
    MERGED,
    /** It came before. */
    KNOWN
  }

  public record Accepted(long caseId, Fate fate) {}

  /** Somebody else has moved the case since it was looked at. */
  public static final class StaleCaseException extends Exception {
    private static final long serialVersionUID = 1;

    StaleCaseException(int expected, int found) {
      super("the case is at version " + found + ", not " + expected, null, false, false);
    }
  }

  /**
   * A step and what the pure one does not know.
   *
   * @param version that the actor has seen
   * @param photoId the step's photo on file
   * @param clientId the actor's own name of the step: the same again is the same step; empty where
   *     it has none
   */
  public record Filing(int version, Step step, Optional<Long> photoId, String clientId) {}

  /**
   * A step on file.
   *
   * @param anew false where it was on file before
   */
  public record Taken(CaseFile file, boolean anew) {}

  private static final String STEPS =
      """
      select s.move, coalesce(s.user_id, 0) actor, s.at, coalesce(s.side_id, 0) side, s.culprit, s.note,
        s.extra, s.extra_unit, p.user_id photo_by, p.taken_at, p.lon, p.lat
      from case_step s left join case_photo p on p.id = s.photo_id
      where s.case_id = ? order by s.version\
      """;

  private final Database database;
  private final Supplier<WorkCalendar> calendar;
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param calendar the bureau's working time as it is known now
   */
  public CaseStore(Database database, Supplier<WorkCalendar> calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /** From now on told of the id of every case that was opened, joined or moved: must not wait. */
  public void onChange(LongConsumer listener) {
    listeners.add(listener);
  }

  private void tell(long id) {
    listeners.forEach(l -> l.accept(id));
  }

  /** Opens a case, or joins one that is open: the same type near in place and time. */
  public Accepted accept(NewFinding finding, Instant now) {
    // before a connection is held: it may be asked of the database
    WorkCalendar today = calendar.get();
    Accepted accepted =
        database.inTransaction(
            "accepting " + finding.source() + "/" + finding.sourceId(),
            connection -> CaseIntake.accept(connection, finding, now, today));
    if (accepted.fate() != Fate.KNOWN) {
      tell(accepted.caseId());
    }
    return accepted;
  }

  /** A case as its steps have made it. */
  public Optional<CaseFile> file(long id) {
    LimitBook book = new CaseLimitStore(database).book();
    return database.query("select " + HEAD + " where id = ?", r -> head(r, book), id).stream()
        .findFirst()
        .map(head -> CaseFile.replay(head.accepted(), database.query(STEPS, CaseStore::read, id)));
  }

  /** Whether all that a case charges its company with was appealed against before it was one. */
  public boolean appealedBefore(long id) {
    return EarlierAppeal.find(database, id).isPresent();
  }

  /**
   * Takes a step; one that its actor has named and that is on file already is not taken again.
   *
   * @throws StaleCaseException where somebody else was quicker
   * @throws CaseRefusal where the case does not allow it
   */
  public Taken step(long id, Filing filing) throws StaleCaseException, CaseRefusal {
    WorkCalendar today = calendar.get();
    Outcome outcome =
        database.inTransaction(
            "a step of case " + id, connection -> step(connection, id, filing, today));
    if (outcome.stale() != null) {
      throw outcome.stale();
    }
    if (outcome.refusal() != null) {
      throw outcome.refusal();
    }
    if (outcome.taken().anew()) {
      tell(id);
    }
    return outcome.taken();
  }

  private record Outcome(Taken taken, CaseRefusal refusal, StaleCaseException stale) {}

  private static final String HEAD = "version, type, lon, lat, accepted_at from case_file";

  private record Head(int version, CaseFile accepted) {}

  private static Head head(ResultSet row, LimitBook book) throws SQLException {
    return new Head(
        row.getInt("version"),
        CaseFile.accepted(
            CaseType.valueOf(row.getString("type")),
            new Scene(Database.number(row, "lon"), Database.number(row, "lat")),
            Database.instant(row, "accepted_at"),
            book));
  }

  private static Outcome step(Connection connection, long id, Filing filing, WorkCalendar calendar)
      throws SQLException {
    LimitBook book = CaseLimitStore.book(connection);
    Head head =
        Database.query(
                connection, "select " + HEAD + " where id = ? for update", r -> head(r, book), id)
            .get(0);
    CaseFile file =
        CaseFile.replay(head.accepted(), Database.query(connection, STEPS, CaseStore::read, id));
    if (isOnFile(connection, id, filing)) {
      return new Outcome(new Taken(file, false), null, null);
    }
    if (head.version() != filing.version()) {
      return new Outcome(null, null, new StaleCaseException(filing.version(), head.version()));
    }
    try {
      CaseFile next = file.after(filing.step(), calendar);
      if (filing.step().move() == Move.APPEAL) {
        EarlierAppeal.refuse(connection, id);
      }
      write(connection, id, next, filing.version() + 1, limit(file, next, calendar));
      write(connection, id, filing);
      if (filing.step().actor() == Step.SYSTEM) {
        audit(connection, id, filing);
      }
      return new Outcome(new Taken(next, true), null, null);
    } catch (CaseRefusal e) {
      return new Outcome(null, e, null);
    }
  }

  /** What a person does is told to the audit by whoever knows where it came from. */
  private static void audit(Connection connection, long id, Filing filing) throws SQLException {
    Map<String, ?> detail =
        Map.of(
            "move", filing.step().move().name(),
            "version", filing.version() + 1,
            "why", filing.step().note());
    AuditStore.append(
        connection,
        new AuditStore.Entry(
            filing.step().at(), null, "system", AuditAction.CASE_STEP, "case/" + id, detail));
  }

  private static boolean isOnFile(Connection connection, long id, Filing filing)
      throws SQLException {
    return !filing.clientId().isEmpty()
        && !Database.query(
                connection,
                "select 1 from case_step where case_id = ? and user_id = ? and client_id = ?",
                row -> true,
                id,
                filing.step().actor(),
                filing.clientId())
            .isEmpty();
  }

  static Step read(ResultSet row) throws SQLException {
    boolean found = row.getBoolean("culprit");
    Optional<Boolean> culprit = row.wasNull() ? Optional.empty() : Optional.of(found);
    return new Step(
        Move.valueOf(row.getString("move")),
        row.getInt("actor"),
        Database.instant(row, "at"),
        row.getInt("side"),
        culprit,
        photo(row),
        row.getString("note"),
        extra(row));
  }

  /** How much longer was asked for, where it was. */
  static Optional<Limit> extra(ResultSet row) throws SQLException {
    double amount = row.getDouble("extra");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Limit(amount, Limit.Unit.valueOf(row.getString("extra_unit"))));
  }

  private static Optional<PlacePhoto> photo(ResultSet row) throws SQLException {
    int by = row.getInt("photo_by");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new PlacePhoto(
                by,
                Database.instant(row, "taken_at"),
                new Scene(row.getDouble("lon"), row.getDouble("lat"))));
  }

  private static void write(Connection connection, long id, Filing filing) throws SQLException {
    Step step = filing.step();
    Database.update(
        connection,
        """
        insert into case_step (case_id, version, move, user_id, at, side_id, culprit, photo_id, note,
          client_id, extra, extra_unit, due_at)
        select id, ?, ?, nullif(?, 0), ?, nullif(?, 0), ?::boolean, ?::bigint, ?, nullif(?, ''),
          ?::float8, ?, due_at
        from case_file where id = ?\
        """,
        filing.version() + 1,
        step.move().name(),
        step.actor(),
        step.at(),
        step.side(),
        step.culprit().orElse(null),
        filing.photoId().orElse(null),
        step.note(),
        filing.clientId(),
        step.more().map(Limit::amount).orElse(null),
        step.more().map(m -> m.unit().name()).orElse(null),
        id);
  }

  /**
   * The moments of the limit that runs after a step, and whether it is the one that ran before:
   * what was set once stays, whatever the bureau's working time has become since.
   */
  private record Running(Optional<Deadline> deadline, boolean asBefore) {}

  private static Running limit(CaseFile before, CaseFile next, WorkCalendar calendar) {
    boolean same =
        next.limitBegan().equals(before.limitBegan()) && next.limit().equals(before.limit());
    return new Running(next.deadline(calendar), same);
  }

  private static void write(
      Connection connection, long id, CaseFile file, int version, Running limit)
      throws SQLException {
    Optional<Deadline> deadline = limit.deadline();
    Optional<LedgerReview> review = file.review();
    Optional<Limit> more = Optional.ofNullable(file.extension().more());
    Database.update(
        connection,
        """
        update case_file set version = ?, stage = ?, since = ?, side_id = nullif(?, 0), extended = ?,
          extension = ?, extra = ?::float8, extra_unit = ?, urged = ?,
          amber_at = case when r.same then amber_at else ?::timestamptz end,
          due_at = case when r.same then due_at else ?::timestamptz end,
          urge_at = case when r.same then urge_at else ?::timestamptz end, review_at = ?::timestamptz
        from (select ?::boolean same) r where id = ?\
        """,
        version,
        file.stage().name(),
        file.since(),
        file.side(),
        file.extension().state() == Extension.State.GRANTED,
        file.extension().state().name(),
        more.map(Limit::amount).orElse(null),
        more.map(m -> m.unit().name()).orElse(null),
        file.urged(),
        deadline.map(Deadline::amber).orElse(null),
        deadline.map(Deadline::due).orElse(null),
        deadline.map(Deadline::urged).or(() -> review.map(LedgerReview::urged)).orElse(null),
        review.map(LedgerReview::due).orElse(null),
        limit.asBefore(),
        id);
  }
}
