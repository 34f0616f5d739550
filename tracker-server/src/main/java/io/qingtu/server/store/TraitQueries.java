package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what terminals are and what they send that is not understood. */
public final class TraitQueries {
  private static final int MOST_ROWS = 1000;

  /**
   * A terminal of the register.
   *
   * @param registeredProfile profile that the register names
   * @param traits empty where it has never connected
   * @param heard when it was heard last; the traits are filed more rarely than positions are
   * @param unknownKinds different things that are not understood
   * @param unknownCount how often they came
   */
  public record TerminalRow(
      String phone,
      String plate,
      String company,
      String registeredProfile,
      Optional<TraitRow> traits,
      Optional<Instant> heard,
      int unknownKinds,
      long unknownCount) {}

  /**
   * Something that terminals of one model send and that is not understood.
   *
   * @param terminals how many of them do
   */
  public record ModelCount(
      String manufacturer,
      String model,
      OddKey key,
      long count,
      int terminals,
      Instant first,
      Instant last,
      List<String> samples) {}

  private final Database database;

  public TraitQueries(Database database) {
    this.database = database;
  }

  /** Every terminal of the vehicles that may be seen and that may connect, by plate. */
  public List<TerminalRow> terminals(Scope scope) {
    return database.query(
        """
        select t.phone as registered_phone, t.profile as registered_profile, v.plate,
          c.name as company, coalesce(u.kinds, 0) as kinds, coalesce(u.total, 0) as total,
          greatest(l.received, x.last_seen) as heard, x.*
        from terminal t
          join vehicle v on v.id = t.vehicle_id
          join company c on c.id = v.company_id
          left join terminal_traits x on x.phone = t.phone
          left join last_position l on l.vehicle_id = v.id
          left join (select phone, count(*) as kinds, sum(count) as total
            from terminal_unknown group by phone) u on u.phone = t.phone
        where t.enabled and %s
        order by v.plate, t.phone\
        """
            .formatted(Scope.CONDITION),
        row ->
            new TerminalRow(
                row.getString("registered_phone"),
                row.getString("plate"),
                row.getString("company"),
                row.getString("registered_profile"),
                row.getString("phone") == null
                    ? Optional.empty()
                    : Optional.of(TraitStore.row(row)),
                Optional.ofNullable(Database.instant(row, "heard")),
                row.getInt("kinds"),
                row.getLong("total")),
        scope.arguments());
  }

  /** Whether the phone is one of the register, of a vehicle that may be seen. */
  public boolean isRegistered(String phone, Scope scope) {
    return new Query(
            "select 1 from terminal t join vehicle v on v.id = t.vehicle_id"
                + " where t.phone = ? and t.enabled and",
            phone)
        .and(Scope.CONDITION, scope.arguments())
        .first(database, row -> true)
        .isPresent();
  }

  /** What one terminal sends, the most frequent first. */
  public List<OddCount> unknown(String phone) {
    return database.query(
        "select * from terminal_unknown where phone = ? order by count desc, kind, id, length"
            + " limit ?",
        row ->
            new OddCount(
                row.getString("phone"),
                key(row),
                row.getLong("count"),
                Database.instant(row, "first_seen"),
                Database.instant(row, "last_seen"),
                Query.texts(row, "samples")),
        phone,
        MOST_ROWS);
  }

  /** What the terminals of each model send, the most frequent first; a sample of up to three. */
  public List<ModelCount> unknownByModel() {
    return database.query(
        """
        select coalesce(x.manufacturer, '') as maker, coalesce(x.model, '') as model,
          u.kind, u.id, u.length, u.detail, sum(u.count) as count, count(*) as terminals,
          min(u.first_seen) as first_seen, max(u.last_seen) as last_seen,
          (array_remove(array_agg(u.samples[1]), null))[1:3] as samples
        from terminal_unknown u left join terminal_traits x on x.phone = u.phone
        group by 1, 2, 3, 4, 5, 6
        order by 7 desc, 1, 2, 3, 4, 5
        limit ?\
        """,
        row ->
            new ModelCount(
                row.getString("maker"),
                row.getString("model"),
                key(row),
                row.getLong("count"),
                row.getInt("terminals"),
                Database.instant(row, "first_seen"),
                Database.instant(row, "last_seen"),
                Query.texts(row, "samples")),
        MOST_ROWS);
  }

  private static OddKey key(ResultSet row) throws SQLException {
    return new OddKey(
        OddKey.Kind.valueOf(row.getString("kind")),
        row.getInt("id"),
        row.getInt("length"),
        row.getString("detail"));
  }
}
