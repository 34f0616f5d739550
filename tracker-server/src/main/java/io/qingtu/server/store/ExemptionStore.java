package io.qingtu.server.store;

import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.ExemptionRefusal.Why;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Windows of sweeping and collection that are excused by two persons: who is responsible for the
 * work asks, somebody else decides. Nothing of it is ever removed; what is approved is read with
 * the plan, like the exemptions of its files.
 */
public final class ExemptionStore {
  /** What begins earlier the live analysis may judge no more: what was missed then is settled. */
  public static final Duration REACH = Duration.ofHours(20);

  /**
   * A request.
   *
   * @param op empty: every operation
   * @param placeIds segments and collection points; none: all of the city
   */
  public record NewRequest(
      Exemption.Kind kind,
      Optional<Operation> op,
      Set<String> placeIds,
      Validity period,
      String reason,
      String evidence,
      int userId) {}

  /** What somebody says to a request. */
  public record Verdict(Decision decision, String reason, int userId) {}

  private record Pending(ExemptionRow row, Set<Integer> companies) {}

  static final String APPROVED =
      """
      select r.*, d.display_name decider from exemption_request r join app_user d on d.id = r.decided_by
      where r.decision = 'APPROVED' order by r.from_time, r.id\
      """;

  private static final String SELECT =
      """
      select r.*, u.display_name asker, d.display_name decider, r.asked_by = ? own,
        array(select distinct road from segment s
          where s.id = any(string_to_array(r.place_ids, ';')) and road <> '' order by 1) roads
      from exemption_request r join app_user u on u.id = r.asked_by
        left join app_user d on d.id = r.decided_by
      where (? or r.companies = '{}' or r.companies && ?::int[])
      """;

  /**
   * Who has contracted for a segment, by itself or by its grade, or for a collection point in a
   * period.
   */
  private static final String CONTRACTORS =
      """
      select n.id, array(
        select distinct c.id from company c where c.name in (
          select q.contractor from requirement q left join segment s on s.id = n.id
          where (q.segment_id = n.id or q.grade = s.grade)
            and task_held('REQUIREMENTS', q.id, q.valid_from, q.valid_to, tstzrange(
              case q.per when 'WEEK' then date_trunc('week', lower(w.asked), 'Asia/Shanghai')
                else lower(w.asked) - interval '1 day' end, upper(w.asked)))
          union select p.contractor from collection_point p
          where p.id = n.id
            and task_held('COLLECTION_POINTS', p.id, p.valid_from, p.valid_to,
              tstzrange(lower(w.asked) - interval '1 day', upper(w.asked))))) companies
      from unnest(?::text[]) n(id), (select tstzrange(?, ?) asked) w\
      """;

  private final Database database;

  public ExemptionStore(Database database) {
    this.database = database;
  }

  /**
   * Files a request.
   *
   * @param scope of who asks: nobody has others excused
   * @return its id
   * @throws ExemptionRefusal where it may not be asked for so
   */
  public long ask(NewRequest request, Scope scope, Instant now) {
    refuseLate(request.period().from(), now);
    return database.inTransaction(
        "filing a request for an exemption",
        connection -> {
          Set<Integer> companies = contractors(connection, request.placeIds(), request.period());
          refuseForeign(companies, scope);
          return Database.query(
                  connection,
                  """
                  insert into exemption_request (kind, op, place_ids, companies, from_time, to_time,
                    reason, evidence, asked_by, asked_at)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id\
                  """,
                  row -> row.getLong(1),
                  request.kind(),
                  request.op().map(Enum::name).orElse(""),
                  PlanWriter.list(request.placeIds()),
                  companies.toArray(Integer[]::new),
                  request.period().from(),
                  request.period().to(),
                  request.reason(),
                  request.evidence(),
                  request.userId(),
                  now)
              .get(0);
        });
  }

  /**
   * Decides on a request; what is approved counts for the windows within it from then on.
   *
   * @param scope of who decides
   * @throws ExemptionRefusal where it may not be decided so
   */
  public void decide(long id, Verdict verdict, Scope scope, Instant now) {
    database.inTransaction(
        "deciding on the request for exemption " + id,
        connection -> {
          Pending pending = undecided(connection, id, verdict, scope);
          if (verdict.decision() == Decision.APPROVED) {
            refuseForeign(pending.companies(), scope);
            refuseLate(pending.row().from(), now);
          }
          Database.update(
              connection,
              "update exemption_request set decision = ?, decided_by = ?, decided_at = ?,"
                  + " decision_reason = ? where id = ?",
              verdict.decision(),
              verdict.userId(),
              now,
              verdict.reason(),
              id);
          return null;
        });
  }

  /** The requests whose spans touch a period, the newest first; of roads that may be seen. */
  public List<ExemptionRow> between(Instant from, Instant to, Scope scope, int reader) {
    return select(scope, reader)
        .and("and r.from_time < ? and r.to_time > ? order by r.id desc limit 500", to, from)
        .list(database, ExemptionStore::row);
  }

  public Optional<ExemptionRow> find(long id, Scope scope, int reader) {
    return select(scope, reader).and("and r.id = ?", id).first(database, ExemptionStore::row);
  }

  /** How many were approved, which only ever grows. */
  public long approved() {
    return database
        .query(
            "select count(*) from exemption_request where decision = 'APPROVED'",
            row -> row.getLong(1))
        .get(0);
  }

  private static Query select(Scope scope, int reader) {
    return new Query(SELECT, reader, scope.wholeCity(), scope.ids());
  }

  private static Pending undecided(Connection connection, long id, Verdict verdict, Scope scope)
      throws SQLException {
    Pending pending =
        select(scope, verdict.userId())
            .and("and r.id = ? for update of r", id)
            .list(connection, r -> new Pending(row(r), companies(r)))
            .stream()
            .findFirst()
            .orElseThrow(() -> new ExemptionRefusal(Why.UNKNOWN, "there is no request " + id));
    if (pending.row().decision() != null) {
      throw new ExemptionRefusal(Why.DECIDED, "it was " + pending.row().decision() + " already");
    }
    if (pending.row().own() != (verdict.decision() == Decision.WITHDRAWN)) {
      throw new ExemptionRefusal(
          Why.OWN, "who has asked may withdraw, somebody else approve or reject");
    }
    return pending;
  }

  /** Of all these places; nobody where there are none, which means all of the city. */
  private static Set<Integer> contractors(
      Connection connection, Set<String> placeIds, Validity period) throws SQLException {
    Set<Integer> all = new TreeSet<>();
    List<String> idle = new ArrayList<>();
    Database.query(
        connection,
        CONTRACTORS,
        row -> {
          Set<Integer> own = companies(row);
          if (own.isEmpty()) {
            idle.add(row.getString("id"));
          }
          return all.addAll(own);
        },
        placeIds.toArray(String[]::new),
        period.from(),
        period.to());
    if (!idle.isEmpty()) {
      throw new ExemptionRefusal(Why.NO_DUTY, "nothing is required at " + idle.get(0));
    }
    return all;
  }

  private static void refuseForeign(Set<Integer> companies, Scope scope) {
    if (!scope.wholeCity() && (companies.isEmpty() || !scope.companies().containsAll(companies))) {
      throw new ExemptionRefusal(Why.FOREIGN, "it excuses others than those you are for");
    }
  }

  private static void refuseLate(Instant from, Instant now) {
    if (from.isBefore(now.minus(REACH))) {
      throw new ExemptionRefusal(
          Why.TOO_LATE,
          "it begins at "
              + from
              + ", and what was missed "
              + REACH.toHours()
              + " h ago is settled");
    }
  }

  private static Set<Integer> companies(ResultSet row) throws SQLException {
    return Set.copyOf(Arrays.asList((Integer[]) row.getArray("companies").getArray()));
  }

  /** One that was approved, as the rules take it. */
  static Exemption exemption(ResultSet row) throws SQLException {
    return new Exemption(
        Exemption.Kind.valueOf(row.getString("kind")),
        Optional.of(row.getString("op")).filter(o -> !o.isEmpty()).map(Operation::valueOf),
        PlanRows.set(row.getString("place_ids"), Function.identity()),
        PlanRows.period(row),
        row.getString("decider"),
        Database.instant(row, "decided_at"));
  }

  private static ExemptionRow row(ResultSet r) throws SQLException {
    String decision = r.getString("decision");
    return new ExemptionRow(
        r.getLong("id"),
        r.getString("kind"),
        r.getString("op"),
        PlanRows.set(r.getString("place_ids"), Function.identity()).stream().sorted().toList(),
        Query.texts(r, "roads"),
        Database.instant(r, "from_time"),
        Database.instant(r, "to_time"),
        r.getString("reason"),
        r.getString("evidence"),
        r.getString("asker"),
        Database.instant(r, "asked_at"),
        r.getBoolean("own"),
        decision == null ? null : Decision.valueOf(decision),
        r.getString("decider"),
        Database.instant(r, "decided_at"),
        r.getString("decision_reason"));
  }
}
