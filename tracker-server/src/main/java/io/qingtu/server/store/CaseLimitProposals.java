package io.qingtu.server.store;

import io.qingtu.route.casework.CaseLimits.Row;
import io.qingtu.route.casework.Limit;
import io.qingtu.server.store.ProposalRefusal.Why;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Changes of the limits of cases, from the proposal to the version. */
public final class CaseLimitProposals {
  /**
   * A proposal.
   *
   * @param base number of the version that its author has seen
   * @param inForceFrom empty: when it is approved
   */
  public record NewProposal(
      int base,
      Map<Row, Limit> changed,
      String reason,
      Optional<Instant> inForceFrom,
      int userId) {}

  private static final String SELECT =
      """
      select p.*, u.display_name proposer, d.display_name decider, p.proposed_by = ? own
      from case_limit_proposal p join app_user u on u.id = p.proposed_by
        left join app_user d on d.id = p.decided_by
      """;

  private final Database database;

  public CaseLimitProposals(Database database) {
    this.database = database;
  }

  /**
   * Files a proposal; its id.
   *
   * @throws ProposalRefusal where another version has come since
   * @throws IllegalArgumentException naming the row whose limit cannot be
   */
  public long add(NewProposal proposal, Instant now) {
    return database.inTransaction(
        "filing other limits of cases",
        connection -> {
          CaseLimitStore.lock(connection);
          CaseLimitVersion newest = CaseLimitStore.newest(connection);
          FourEyes.checkBase(proposal.base(), newest.number());
          newest.limits().changed(proposal.changed());
          return Database.query(
                  connection,
                  """
                  insert into case_limit_proposal
                    (base, changed, reason, in_force_from, proposed_by, proposed_at)
                  values (?, ?::jsonb, ?, ?, ?, ?) returning id\
                  """,
                  row -> row.getLong(1),
                  proposal.base(),
                  CaseLimitStore.json(proposal.changed()),
                  proposal.reason(),
                  proposal.inForceFrom().orElse(null),
                  proposal.userId(),
                  now)
              .get(0);
        });
  }

  /** The newest first. */
  public List<CaseLimitProposal> newest(int most, int reader) {
    return database.query(
        SELECT + "order by p.id desc limit ?", CaseLimitProposals::row, reader, most);
  }

  public Optional<CaseLimitProposal> find(long id, int reader) {
    return database.query(SELECT + "where p.id = ?", CaseLimitProposals::row, reader, id).stream()
        .findFirst();
  }

  /**
   * Decides on a proposal. One that is approved becomes the newest version, and comes into force
   * when it asks for, but neither before now nor before the version that it changes.
   *
   * @return that version; empty where it becomes none
   * @throws ProposalRefusal where it may not be decided so
   */
  public Optional<CaseLimitVersion> decide(long id, ProposalStore.Verdict verdict, Instant now) {
    return database.inTransaction(
        "deciding on the limits of cases " + id,
        connection -> {
          CaseLimitStore.lock(connection);
          CaseLimitVersion newest = CaseLimitStore.newest(connection);
          CaseLimitProposal row = undecided(connection, id, verdict, newest);
          FourEyes.file(connection, "case_limit_proposal", id, verdict, now);
          if (verdict.decision() != Decision.APPROVED) {
            return Optional.empty();
          }
          CaseLimitVersion next = next(newest, row, now);
          CaseLimitStore.add(connection, next, now);
          return Optional.of(next);
        });
  }

  /** The proposal, if the verdict may be given. */
  private static CaseLimitProposal undecided(
      Connection connection, long id, ProposalStore.Verdict verdict, CaseLimitVersion newest)
      throws SQLException {
    CaseLimitProposal row =
        Database.query(
                connection,
                SELECT + "where p.id = ?",
                CaseLimitProposals::row,
                verdict.userId(),
                id)
            .stream()
            .findFirst()
            .orElseThrow(() -> new ProposalRefusal(Why.UNKNOWN, "there is no proposal " + id));
    FourEyes.check(row.decision(), row.own(), verdict.decision());
    if (verdict.decision() == Decision.APPROVED) {
      FourEyes.checkBase(row.base(), newest.number());
    }
    return row;
  }

  private static CaseLimitVersion next(
      CaseLimitVersion before, CaseLimitProposal row, Instant now) {
    Map<Row, Limit> changed = new TreeMap<>();
    row.changed().forEach((name, limit) -> changed.put(Row.of(name), limit));
    return new CaseLimitVersion(
        before.number() + 1,
        before.limits().changed(changed),
        FourEyes.inForceFrom(now, before.inForceFrom(), row.inForceFrom()),
        Optional.of(row.id()));
  }

  private static CaseLimitProposal row(ResultSet r) throws SQLException {
    Map<String, Limit> changed = new TreeMap<>();
    CaseLimitStore.rows(r.getString("changed"))
        .forEach((row, limit) -> changed.put(row.name(), limit));
    String decision = r.getString("decision");
    return new CaseLimitProposal(
        r.getLong("id"),
        r.getInt("base"),
        changed,
        r.getString("reason"),
        Database.instant(r, "in_force_from"),
        r.getString("proposer"),
        Database.instant(r, "proposed_at"),
        r.getBoolean("own"),
        decision == null ? null : Decision.valueOf(decision),
        r.getString("decider"),
        Database.instant(r, "decided_at"),
        r.getString("decision_reason"));
  }
}
