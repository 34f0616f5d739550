package io.qingtu.server.store;

import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Extension;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads cases. A company sees those about its vehicles and those dispatched to it. */
public final class CaseQueries {
  /** One who reported a case. */
  public record SourceRow(
      String source, String sourceId, Instant foundAt, Instant filedAt, String payload) {}

  /**
   * A step on file.
   *
   * @param actor name; empty for the system
   * @param side whom it was dispatched to; empty where the step does not dispatch
   * @param culprit null where nothing was decided of the vehicle
   * @param photoId null where none was filed
   * @param extra how much longer it asks for; null where it does not
   */
  public record StepRow(
      int version,
      Move move,
      String actor,
      Instant at,
      String side,
      Boolean culprit,
      Long photoId,
      String note,
      Limit extra) {}

  /** Somebody whom a case can be dispatched to. */
  public record Side(int id, String name, String kind) {}

  /**
   * That a case has changed, and who may know.
   *
   * @param companyId whose vehicle it is about; 0 where none is known
   * @param sideId who handles it; 0 where nobody does yet
   */
  public record Change(long id, int version, int companyId, int sideId) {
    /** Whether somebody of this reach may see the case. */
    public boolean isSeenBy(Scope scope) {
      return scope.covers(companyId) || scope.covers(sideId);
    }
  }

  /** Whether {@code %s}, a company that may be null, is a competitor of the reader. */
  static final String COMPETITOR =
      "(r.company <> 0 and %1$s.kind = 'OPERATOR' and %1$s.id <> r.company)";

  private static final String NOT_OTHERS = "case when " + COMPETITOR + " then null else %2$s end";

  private static final String TITLE =
      "case when r.company <> 0 and c.company_id <> r.company then '…' else c.title end";

  /** The moves that close a case. */
  private static final String CLOSING =
      Arrays.stream(Move.values())
          .filter(m -> m.to().equals(Optional.of(Stage.CLOSED)))
          .map(m -> "'" + m.name() + "'")
          .collect(Collectors.joining(", "));

  private static final String SELECT =
      """
      select c.*, coalesce(%s, '') plate, coalesce(%s, '') company,
        coalesce(%s, '') side, coalesce(%s, 0) handler,
        %s shown_title,
        case when c.stage in ('CLOSED', 'NOT_FILED', 'TRANSFERRED') then c.since
          when c.stage = 'EVALUATED' then (select max(at) from case_step
            where case_id = c.id and move in (%s)) end closed_at,
        (select count(*) from case_source where case_id = c.id) sources
      from case_file c cross join (select ?::int company) r left join vehicle v on v.id = c.vehicle_id
        left join company o on o.id = c.company_id left join company s on s.id = c.side_id
      where (? or c.company_id = any(?) or c.side_id = any(?))\
      """
          .formatted(
              NOT_OTHERS.formatted("o", "v.plate"),
              NOT_OTHERS.formatted("o", "o.name"),
              NOT_OTHERS.formatted("s", "s.name"),
              NOT_OTHERS.formatted("s", "s.id"),
              TITLE,
              CLOSING);

  private static final String NAMED =
      "select id from company where name ilike ? and (? = 0 or kind <> 'OPERATOR' or id = ?)";

  /** What a company may not read, it may not look for either. */
  private static final String SAYS =
      """
      and (%s ilike ? or r.company = 0 and exists (
        select from case_source w, jsonb_each_text(w.payload) said
        where w.case_id = c.id and w.source <> 'alert' and said.value ilike ?))
      """
          .formatted(TITLE);

  /**
   * Whether the reader may know what {@code u} of the organisation {@code a} did. Who cannot be
   * seen at all is of another company.
   */
  private static final String OPEN =
      "(r.company = 0 or %1$s.user_id is null or a.kind <> 'OPERATOR' or a.id = r.company"
          + " or u.id is not null and u.company_id is null)";

  private static final String OF_OPEN = "case when " + OPEN + " then %2$s end";

  private static final String STEPS =
      """
      select t.version, t.move, t.at, t.culprit, %s extra, t.extra_unit, coalesce(%s, '') actor, coalesce(%s, '') side,
        %s photo, coalesce(%s, '') remark
      from case_step t cross join (select ?::int company) r left join app_user u on u.id = t.user_id
        left join company a on a.id = u.company_id left join company s on s.id = t.side_id
      where t.case_id = ? order by t.version\
      """
          .formatted(
              OF_OPEN.formatted("t", "t.extra"),
              OF_OPEN.formatted("t", "u.display_name"),
              NOT_OTHERS.formatted("s", "s.name"),
              OF_OPEN.formatted("t", "t.photo_id"),
              OF_OPEN.formatted("t", "t.note"));

  private final Database database;

  public CaseQueries(Database database) {
    this.database = database;
  }

  public List<CaseRow> page(CaseFilter filter, Scope scope, int limit) {
    Query query = select(scope);
    if (filter.open()) {
      query.and("and c.due_at is not null");
    }
    filter.stage().ifPresent(stage -> query.and("and c.stage = ?", stage.name()));
    filter.type().ifPresent(type -> query.and("and c.type = ?", type.name()));
    filter.plate().ifPresent(plate -> query.and("and v.plate = ?", plate));
    filter.extension().ifPresent(state -> query.and("and c.extension = ?", state.name()));
    filter.reviewBy().ifPresent(time -> query.and("and c.review_at <= ?", time));
    filter.number().ifPresent(id -> query.and("and c.id = ?", id));
    filter
        .company()
        .map(name -> named(name, scope))
        .ifPresent(ids -> query.and("and (c.company_id = any(?) or c.side_id = any(?))", ids, ids));
    filter.words().stream()
        .map(CaseQueries::containing)
        .forEach(word -> query.and(SAYS, word, word));
    filter.from().ifPresent(from -> query.and("and c.accepted_at >= ?", from));
    filter.to().ifPresent(to -> query.and("and c.accepted_at < ?", to));
    filter.before().ifPresent(id -> query.and("and c.id < ?", id));
    return query.and("order by c.id desc limit ?", limit).list(database, CaseQueries::row);
  }

  /**
   * The companies of a name, but for competitors of the reader. Asked for by themselves: of numbers
   * that it is told the database knows whether they are rare.
   */
  private Integer[] named(String name, Scope scope) {
    int reader = scope.competitor();
    return database
        .query(NAMED, row -> row.getInt("id"), containing(name), reader, reader)
        .toArray(Integer[]::new);
  }

  /** A text anywhere in another, as it stands: no letter of it has a meaning of its own. */
  private static String containing(String text) {
    return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  public Optional<CaseRow> find(long id, Scope scope) {
    return select(scope).and("and c.id = ?", id).first(database, CaseQueries::row);
  }

  /** A case as it stands now, as news. */
  public Optional<Change> change(long id) {
    return new Query(
            "select version, coalesce(company_id, 0) company, coalesce(side_id, 0) side"
                + " from case_file where id = ?",
            id)
        .first(
            database,
            r -> new Change(id, r.getInt("version"), r.getInt("company"), r.getInt("side")));
  }

  private static Query select(Scope scope) {
    return new Query(SELECT, scope.competitor(), scope.wholeCity(), scope.ids(), scope.ids());
  }

  /**
   * The case that an event of a source has become, or joined: its sender is told, whoever's the
   * case is.
   */
  public Optional<CaseRow> ofEvent(String source, String sourceId) {
    return ReadAs.get(
        Scope.CITY,
        () ->
            select(Scope.CITY)
                .and(
                    "and c.id = (select case_id from case_source where source = ? and source_id = ?)",
                    source,
                    sourceId)
                .first(database, CaseQueries::row));
  }

  /**
   * Who reported a case. A company is not told what: a report names other people and companies.
   * Only the alerts of its own vehicles are there in full.
   */
  public List<SourceRow> sources(long id, Scope scope) {
    return database.query(
        """
        select source, found_at, filed_at, case when open then source_id else '' end source_id,
          case when open then payload else '{}' end payload
        from (
          select c.*, ? = 0 or source = 'alert' and source_id in (select a.id::text
            from alert a join vehicle v on v.id = a.vehicle_id where v.company_id = ?) open
          from case_source c where case_id = ?) x
        order by id\
        """,
        row ->
            new SourceRow(
                row.getString("source"),
                row.getString("source_id"),
                Database.instant(row, "found_at"),
                Database.instant(row, "filed_at"),
                row.getString("payload")),
        scope.competitor(),
        scope.competitor(),
        id);
  }

  /** What was done, in its order; of what another company did, a company sees only that it was. */
  public List<StepRow> steps(long id, Scope scope) {
    return database.query(
        STEPS,
        row ->
            new StepRow(
                row.getInt("version"),
                Move.valueOf(row.getString("move")),
                row.getString("actor"),
                Database.instant(row, "at"),
                row.getString("side"),
                (Boolean) row.getObject("culprit"),
                (Long) row.getObject("photo"),
                row.getString("remark"),
                CaseStore.extra(row).orElse(null)),
        scope.competitor(),
        id);
  }

  /** Squads first, then companies, by name. */
  public List<Side> sides() {
    return database.query(
        "select id, name, kind from company order by kind <> 'SQUAD', name",
        row -> new Side(row.getInt("id"), row.getString("name"), row.getString("kind")));
  }

  private static CaseRow row(ResultSet r) throws SQLException {
    return new CaseRow(
        r.getLong("id"),
        CaseType.valueOf(r.getString("type")),
        r.getString("shown_title"),
        Database.number(r, "lon"),
        Database.number(r, "lat"),
        Database.instant(r, "found_at"),
        Database.instant(r, "accepted_at"),
        r.getString("grade"),
        r.getString("plate"),
        r.getString("company"),
        Stage.valueOf(r.getString("stage")),
        Database.instant(r, "since"),
        r.getString("side"),
        r.getInt("handler"),
        r.getBoolean("extended"),
        Extension.State.valueOf(r.getString("extension")),
        CaseStore.extra(r).orElse(null),
        r.getBoolean("urged"),
        r.getInt("sources"),
        r.getInt("version"),
        Database.instant(r, "amber_at"),
        Database.instant(r, "due_at"),
        Database.instant(r, "urge_at"),
        Database.instant(r, "review_at"),
        Database.instant(r, "closed_at"));
  }
}
