package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Electronic waybills (电子联单) as the clerks of a place have them, and what they scan. Whoever asks
 * says of which place: a clerk sees its waybills whatever company's truck they are of.
 */
public final class WaybillStore {
  /** What a scan says. */
  public enum Kind {
    /** 出场: the load leaves the site. */
    OUT,
    /** 接收: the ground takes the load. */
    IN,
    /** 异常: something is wrong with load or paper; the note says what. */
    EXCEPTION
  }

  /** What became of a scan. */
  public enum Outcome {
    DONE,
    /** The same was sent before. */
    KNOWN,
    /** Somebody has scanned that already, or the place is not the one that scans this. */
    REFUSED
  }

  /**
   * A scan.
   *
   * @param clientId the phone's own name of it
   */
  public record Scan(
      String waybillId,
      Kind kind,
      String placeId,
      int userId,
      Instant at,
      String note,
      String clientId) {}

  /**
   * A waybill.
   *
   * @param scanOut null while it has not left
   * @param scanIn null while it is not accepted
   * @param quantityT NaN where none is declared
   * @param exception note of the newest one; empty where none
   */
  public record WaybillRow(
      String id,
      String plate,
      String siteId,
      String siteName,
      String disposalId,
      String disposalName,
      Instant scanOut,
      Instant scanIn,
      double quantityT,
      String exception) {}

  private static final String SELECT =
      """
      select w.*, coalesce(s.name, '') site_name, coalesce(d.name, '') disposal_name,
        coalesce((select note from waybill_scan where waybill_id = w.id and kind = 'EXCEPTION'
          order by id desc limit 1), '') exception
      from waybill w left join place s on s.id = w.site_id left join place d on d.id = w.disposal_id
      """;

  private final Database database;

  public WaybillStore(Database database) {
    this.database = database;
  }

  /** The place whose clerks an organisation is; empty where it is none. */
  public Optional<String> placeOf(int organisation) {
    return ReadAs.get(
        Scope.CITY,
        () ->
            new Query(
                    "select place_id from company where id = ? and place_id is not null",
                    organisation)
                .first(database, r -> r.getString(1)));
  }

  /**
   * A place whose clerks look at trucks.
   *
   * @param lon of its middle, degrees, WGS-84
   */
  public record Gate(String placeId, String name, double lon, double lat) {}

  public Optional<Gate> gate(String placeId) {
    return new Query(
            """
            select p.id, p.name, avg((corner->>0)::double precision) lon,
              avg((corner->>1)::double precision) lat
            from place p, jsonb_path_query(p.geometry, '$.coordinates[0][0 to last - 1]') corner
            where p.id = ? group by p.id
            """,
            placeId)
        .first(
            database,
            r ->
                new Gate(
                    r.getString("id"),
                    r.getString("name"),
                    r.getDouble("lon"),
                    r.getDouble("lat")));
  }

  /**
   * The waybills of a place that wait for a scan there or had one since a moment; those that wait
   * come first, then the newest scan.
   */
  public List<WaybillRow> ofPlace(String placeId, Instant since, int limit) {
    return ReadAs.get(
        Scope.CITY,
        () ->
            new Query(SELECT)
                .and(
                    """
                    where w.site_id = ? and (w.scan_out is null or w.scan_out >= ?)
                      or w.disposal_id = ? and (w.scan_in is null or w.scan_in >= ?)
                    order by case when w.site_id = ? then w.scan_out else w.scan_in end desc nulls first, w.id
                    limit ?\
                    """,
                    placeId,
                    since,
                    placeId,
                    since,
                    placeId,
                    limit)
                .list(database, WaybillStore::row));
  }

  /** A waybill of a place. */
  public Optional<WaybillRow> find(String id, String placeId) {
    return ReadAs.get(
        Scope.CITY,
        () ->
            new Query(SELECT)
                .and("where w.id = ? and ? in (w.site_id, w.disposal_id)", id, placeId)
                .first(database, WaybillStore::row));
  }

  /** Files a scan, once under its name; the waybill is one that {@link #find} has found. */
  public Outcome scan(Scan scan) {
    return database.inTransaction("scanning " + scan.waybillId(), c -> scan(c, scan));
  }

  private static Outcome scan(Connection connection, Scan scan) throws SQLException {
    boolean known =
        !Database.query(
                connection,
                "select 1 from waybill_scan where user_id = ? and client_id = ?",
                row -> true,
                scan.userId(),
                scan.clientId())
            .isEmpty();
    if (known) {
      return Outcome.KNOWN;
    }
    if (scan.kind() != Kind.EXCEPTION && !mark(connection, scan)) {
      return Outcome.REFUSED;
    }
    Database.update(
        connection,
        "insert into waybill_scan (waybill_id, kind, place_id, user_id, at, note, client_id)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        scan.waybillId(),
        scan.kind().name(),
        scan.placeId(),
        scan.userId(),
        scan.at(),
        scan.note(),
        scan.clientId());
    return Outcome.DONE;
  }

  private static boolean mark(Connection connection, Scan scan) throws SQLException {
    String update =
        scan.kind() == Kind.OUT
            ? "update waybill set scan_out = ? where id = ? and site_id = ? and scan_out is null"
            : "update waybill set scan_in = ? where id = ? and disposal_id = ? and scan_in is null";
    return Database.update(connection, update, scan.at(), scan.waybillId(), scan.placeId()) == 1;
  }

  private static WaybillRow row(ResultSet r) throws SQLException {
    return new WaybillRow(
        r.getString("id"),
        r.getString("plate"),
        r.getString("site_id"),
        r.getString("site_name"),
        r.getString("disposal_id"),
        r.getString("disposal_name"),
        Database.instant(r, "scan_out"),
        Database.instant(r, "scan_in"),
        Database.number(r, "quantity_t"),
        r.getString("exception"));
  }
}
