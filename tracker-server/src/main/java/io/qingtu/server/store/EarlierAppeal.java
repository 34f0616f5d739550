package io.qingtu.server.store;

import io.qingtu.route.casework.CaseRefusal;
import io.qingtu.route.casework.CaseRefusal.Reason;
import io.qingtu.server.store.AppealRow.Decision;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The appeal against an alert that became a case afterwards: it was the one appeal against this
 * violation. A case that holds another alert of the company, against which there was none, may be
 * appealed against yet.
 *
 * @param decision null while it is undecided
 */
record EarlierAppeal(long id, long alertId, Decision decision) {
  private static final String OF_CASE =
      """
      with own as (
        select a.id, p.id appeal, p.decision, p.decided_at
        from case_file c
          join case_source s on s.case_id = c.id and s.source = 'alert'
          join alert a on a.id = case when s.source_id ~ '^\\d{1,18}$' then s.source_id::bigint end
          join vehicle v on v.id = a.vehicle_id and v.company_id = c.company_id
          left join alert_appeal p on p.alert_id = a.id
        where c.id = ?)
      select id, appeal, decision from own
      where not exists (select from own o where o.appeal is null)
      order by decided_at desc nulls last limit 1\
      """;

  /** Of a case; empty where the company has not appealed yet against all that it holds. */
  static Optional<EarlierAppeal> find(Database database, long caseId) {
    return database.query(OF_CASE, EarlierAppeal::read, caseId).stream().findFirst();
  }

  /**
   * @throws CaseRefusal where there is one
   */
  static void refuse(Connection connection, long caseId) throws SQLException, CaseRefusal {
    Optional<EarlierAppeal> found =
        Database.query(connection, OF_CASE, EarlierAppeal::read, caseId).stream().findFirst();
    if (found.isPresent()) {
      throw new CaseRefusal(Reason.APPEALED, found.get().told());
    }
  }

  private static EarlierAppeal read(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    return new EarlierAppeal(
        row.getLong("appeal"),
        row.getLong("id"),
        decision == null ? null : Decision.valueOf(decision));
  }

  private String told() {
    String appeal = "appeal " + id + " against alert " + alertId;
    return decision == null
        ? appeal + " waits for a decision"
        : appeal + " was decided: " + decision;
  }
}
