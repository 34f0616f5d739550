package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.server.store.ProposalRefusal.Why;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes of parameters, from the proposal to the version. Who proposes does not approve, and what
 * changes an outdated version is refused; the tables say so, too.
 */
public final class ProposalStore {
  /**
   * A proposal.
   *
   * @param base number of the version that its author has seen
   * @param inForceFrom empty: when it is approved
   */
  public record NewProposal(
      int base,
      String company,
      Map<String, Double> changed,
      String reason,
      Optional<Instant> inForceFrom,
      long trialId,
      int userId) {}

  /** What somebody says to a proposal. */
  public record Verdict(Decision decision, String reason, int userId) {}

  private record Pending(ProposalRow row, boolean trialFinished) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SELECT =
      """
      select p.*, u.display_name proposer, d.display_name decider, p.proposed_by = ? own, t.finished_at
      from parameter_proposal p join app_user u on u.id = p.proposed_by join trial t on t.id = p.trial_id
        left join app_user d on d.id = p.decided_by
      """;

  private final Database database;

  public ProposalStore(Database database) {
    this.database = database;
  }

  /** Files a proposal; its id. */
  public long add(NewProposal proposal, Instant now) {
    return database
        .updateReturning(
            """
            insert into parameter_proposal
              (base, company, changed, reason, in_force_from, trial_id, proposed_by, proposed_at)
            values (?, ?, ?::jsonb, ?, ?, ?, ?, ?) returning id\
            """,
            row -> row.getLong(1),
            proposal.base(),
            proposal.company(),
            ParameterStore.json(proposal.changed()),
            proposal.reason(),
            proposal.inForceFrom().orElse(null),
            proposal.trialId(),
            proposal.userId(),
            now)
        .get(0);
  }

  /** The newest first. */
  public List<ProposalRow> newest(int most, int reader) {
    return database.query(SELECT + "order by p.id desc limit ?", ProposalStore::row, reader, most);
  }

  public Optional<ProposalRow> find(long id, int reader) {
    return database.query(SELECT + "where p.id = ?", ProposalStore::row, reader, id).stream()
        .findFirst();
  }

  /**
   * Decides on a proposal. One that is approved becomes the newest version, and comes into force
   * when it asks for, but neither before now nor before the version that it changes.
   *
   * @return that version; empty where it becomes none
   * @throws ProposalRefusal where it may not be decided so
   */
  public Optional<ParameterVersion> decide(long id, Verdict verdict, Instant now) {
    return database.inTransaction(
        "deciding on proposal " + id,
        connection -> {
          ParameterStore.lock(connection);
          ParameterVersion newest = ParameterStore.newest(connection).orElseThrow();
          ProposalRow row = undecided(connection, id, verdict, newest);
          FourEyes.file(connection, "parameter_proposal", id, verdict, now);
          if (verdict.decision() != Decision.APPROVED) {
            return Optional.empty();
          }
          ParameterStore.add(connection, next(newest, row, now), now);
          return ParameterStore.newest(connection);
        });
  }

  /** The proposal, if the verdict may be given. */
  private static ProposalRow undecided(
      Connection connection, long id, Verdict verdict, ParameterVersion newest)
      throws SQLException {
    Pending pending =
        Database.query(
                connection,
                SELECT + "where p.id = ?",
                r -> new Pending(row(r), Database.instant(r, "finished_at") != null),
                verdict.userId(),
                id)
            .stream()
            .findFirst()
            .orElseThrow(() -> new ProposalRefusal(Why.UNKNOWN, "there is no proposal " + id));
    ProposalRow row = pending.row();
    FourEyes.check(row.decision(), row.own(), verdict.decision());
    if (verdict.decision() == Decision.APPROVED) {
      FourEyes.checkBase(row.base(), newest.number());
      if (!pending.trialFinished()) {
        throw new ProposalRefusal(Why.TRIAL_UNFINISHED, "its trial has not come to an end");
      }
    }
    return row;
  }

  private static ParameterVersion next(ParameterVersion before, ProposalRow row, Instant now) {
    return new ParameterVersion(
        before.number() + 1,
        "",
        before.parameters().changed(row.company(), row.changed()),
        FourEyes.inForceFrom(now, before.inForceFrom(), row.inForceFrom()),
        Optional.of(row.id()));
  }

  private static ProposalRow row(ResultSet r) throws SQLException {
    String decision = r.getString("decision");
    try {
      return new ProposalRow(
          r.getLong("id"),
          r.getInt("base"),
          r.getString("company"),
          JSON.readValue(r.getString("changed"), new TypeReference<Map<String, Double>>() {}),
          r.getString("reason"),
          Database.instant(r, "in_force_from"),
          r.getLong("trial_id"),
          r.getString("proposer"),
          Database.instant(r, "proposed_at"),
          r.getBoolean("own"),
          decision == null ? null : Decision.valueOf(decision),
          r.getString("decider"),
          Database.instant(r, "decided_at"),
          r.getString("decision_reason"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored parameters of a proposal", e);
    }
  }
}
