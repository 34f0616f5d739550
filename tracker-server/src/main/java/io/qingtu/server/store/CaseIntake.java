package io.qingtu.server.store;

import io.qingtu.route.casework.CaseFile;
import io.qingtu.route.casework.Deadline;
import io.qingtu.route.casework.Merging;
import io.qingtu.route.casework.Merging.Finding;
import io.qingtu.route.casework.Scene;
import io.qingtu.route.casework.WorkCalendar;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes findings in: which case they belong to, else a new one. */
final class CaseIntake {
  private CaseIntake() {}

  /** What came of it: it is one of a case that is there, or a case of its own. */
  static CaseStore.Accepted accept(
      Connection connection, NewFinding finding, Instant now, WorkCalendar today)
      throws SQLException {
    // two reports of one thing at the same moment must see each other
    Database.query(
        connection,
        "select pg_advisory_xact_lock(hashtext('case ' || ?)::bigint)",
        row -> true,
        finding.type().name());
    List<Long> known =
        Database.query(
            connection,
            "select case_id from case_source where source = ? and source_id = ?",
            row -> row.getLong(1),
            finding.source(),
            finding.sourceId());
    if (!known.isEmpty()) {
      return new CaseStore.Accepted(known.get(0), CaseStore.Fate.KNOWN);
    }
    Optional<Long> same = sameCase(connection, finding);
    long id = same.isPresent() ? same.get() : open(connection, finding, now, today);
    addSource(connection, id, finding, now);
    return new CaseStore.Accepted(
        id, same.isPresent() ? CaseStore.Fate.MERGED : CaseStore.Fate.OPENED);
  }

  /**
   * Devices that fail in one depot are as many cases as vehicles; and a case has one company that
   * answers for it, and alone sees it: two companies' trucks in one place are two cases.
   */
  private static Optional<Long> sameCase(Connection connection, NewFinding finding)
      throws SQLException {
    if (Double.isNaN(finding.longitude())) {
      return Optional.empty();
    }
    record Candidate(long id, Finding finding) {}
    List<Candidate> candidates =
        Database.query(
            connection,
            """
            select c.id, c.found_at, c.lon, c.lat
            from case_file c left join vehicle v on v.plate = ?
            where c.type = ? and c.found_at between ? and ? and c.lon is not null
              and (c.type <> 'DEVICE' or c.vehicle_id = v.id)
              and (c.company_id is null or v.company_id is null or c.company_id = v.company_id)
              and c.stage not in ('CLOSED', 'EVALUATED', 'NOT_FILED', 'TRANSFERRED')
            order by c.found_at desc, c.id desc\
            """,
            row ->
                new Candidate(
                    row.getLong("id"),
                    new Finding(
                        finding.type(),
                        Database.instant(row, "found_at"),
                        new Scene(row.getDouble("lon"), row.getDouble("lat")))),
            finding.plate(),
            finding.type().name(),
            finding.foundAt().minus(Merging.WITHIN),
            finding.foundAt().plus(Merging.WITHIN));
    Finding own = new Finding(finding.type(), finding.foundAt(), place(finding));
    return candidates.stream()
        .filter(c -> Merging.isOne(own, c.finding()))
        .map(Candidate::id)
        .findFirst();
  }

  private static Scene place(NewFinding finding) {
    return new Scene(finding.longitude(), finding.latitude());
  }

  private static long open(
      Connection connection, NewFinding finding, Instant now, WorkCalendar calendar)
      throws SQLException {
    CaseFile file =
        CaseFile.accepted(finding.type(), place(finding), now, CaseLimitStore.book(connection));
    Deadline deadline = file.deadline(calendar).orElseThrow();
    return Database.query(
            connection,
            """
            insert into case_file (type, title, lon, lat, found_at, accepted_at, grade, vehicle_id,
              company_id, stage, since, amber_at, due_at, urge_at, first_due_at)
            select ?, ?, ?, ?, ?, ?, ?, v.id, v.company_id, ?, ?, ?, ?, ?, ?
            from (select 1) one left join vehicle v on v.plate = ? returning id\
            """,
            row -> row.getLong(1),
            finding.type().name(),
            finding.title(),
            Database.orNull(finding.longitude()),
            Database.orNull(finding.latitude()),
            finding.foundAt(),
            now,
            finding.grade(),
            file.stage().name(),
            file.since(),
            deadline.amber(),
            deadline.due(),
            deadline.urged(),
            deadline.due(),
            finding.plate())
        .get(0);
  }

  /** A better grade, and the vehicle where the case had none, come with a further source. */
  private static void addSource(Connection connection, long id, NewFinding finding, Instant now)
      throws SQLException {
    Database.update(
        connection,
        """
        insert into case_source (case_id, source, source_id, found_at, filed_at, lon, lat, confidence,
          payload, reply_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)\
        """,
        id,
        finding.source(),
        finding.sourceId(),
        finding.foundAt(),
        now,
        Database.orNull(finding.longitude()),
        Database.orNull(finding.latitude()),
        Database.orNull(finding.confidence()),
        finding.payload(),
        finding.replyTo());
    Database.update(
        connection,
        """
        update case_file c set grade = case when c.grade = '' then ?
            when ? = '' then c.grade else least(c.grade, ?) end,
          vehicle_id = coalesce(c.vehicle_id, v.id), company_id = coalesce(c.company_id, v.company_id)
        from (select 1) one left join vehicle v on v.plate = ? where c.id = ?\
        """,
        finding.grade(),
        finding.grade(),
        finding.grade(),
        finding.plate(),
        id);
  }
}
