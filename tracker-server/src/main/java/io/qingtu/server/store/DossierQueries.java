package io.qingtu.server.store;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.AuditQueries.AuditRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what goes with an alert where it is handed on: decisions, raw items, lines of the log. */
public final class DossierQueries {
  /**
   * A decision of a person on an alert.
   *
   * @param revision of the alert that it was made on
   * @param reason empty where there is none
   */
  public record ReviewLine(
      int revision,
      Review.Decision decision,
      String reason,
      String note,
      String login,
      String user,
      Instant at) {}

  /**
   * The additional items of one fix as the terminal sent them.
   *
   * @param time of the fix
   */
  public record RawFix(Instant time, Instant received, Bytes items) {}

  /**
   * A line of the log with its place in the chain.
   *
   * @param before hash of the line before in hex; empty for the first
   */
  public record ChainedLine(AuditRow line, String before) {}

  /** Looking at an alert changes nothing of it, and would change the evidence with every look. */
  private static final String[] READING = {
    "evidence", "evidence-bundle", "evidence-sheet", "export"
  };

  private static final Comparator<Instant> ORDER = Comparator.naturalOrder();

  private final Database database;

  public DossierQueries(Database database) {
    this.database = database;
  }

  /** Every decision on an alert, oldest first. */
  public List<ReviewLine> reviews(long alertId) {
    return database.query(
        "select r.*, u.login, u.display_name from review r join app_user u on u.id = r.user_id"
            + " where r.alert_id = ? order by r.at, r.id",
        row ->
            new ReviewLine(
                row.getInt("revision"),
                Review.Decision.valueOf(row.getString("decision")),
                row.getString("reason"),
                row.getString("note"),
                row.getString("login"),
                row.getString("display_name"),
                Database.instant(row, "at")),
        alertId);
  }

  /**
   * What a vehicle's terminal sent beside the basic fields, or what is kept of it as evidence, by
   * time of the fix.
   *
   * @param track the fixes whose items are wanted, at least one
   */
  public List<RawFix> rawItems(String plate, List<Position> track) {
    int vehicle =
        database.query("select id from vehicle where plate = ?", r -> r.getInt(1), plate).get(0);
    Set<Instant> times = track.stream().map(Position::fixTime).collect(Collectors.toSet());
    Instant first = track.stream().map(Position::receivedTime).min(ORDER).orElseThrow();
    Instant last = track.stream().map(Position::receivedTime).max(ORDER).orElseThrow();
    Comparator<RawFix> order =
        Comparator.comparing(RawFix::time)
            .thenComparing(RawFix::received)
            .thenComparing(fix -> fix.items().hex());
    Set<RawFix> found = new TreeSet<>(order);
    for (String table : List.of(RawItems.TABLE, EvidenceItems.TABLE)) {
      database
          .query(
              "select block from " + table + " where received >= ? and received < ? and since <= ?",
              row -> wanted(row.getBytes("block"), vehicle, times),
              first,
              RawItems.midnightAfter(last),
              last)
          .forEach(found::addAll);
    }
    return List.copyOf(found);
  }

  private static List<RawFix> wanted(byte[] block, int vehicle, Set<Instant> times) {
    return ItemBlock.decode(block).stream()
        .filter(i -> i.vehicleId() == vehicle && times.contains(i.time()))
        .map(i -> new RawFix(i.time(), i.received(), Bytes.copyOf(i.items())))
        .toList();
  }

  /**
   * What was done to objects, oldest first.
   *
   * @param objects as the log names them, {@code alert/17}
   */
  public List<ChainedLine> log(List<String> objects) {
    return database.query(
        """
        select a.*, coalesce(u.login, '') login, coalesce(u.display_name, '') display_name
        from audit a left join app_user u on u.id = a.user_id
        where a.object = any(?) and a.action <> all(?) order by a.id\
        """,
        row -> new ChainedLine(AuditQueries.row(row), hex(row.getBytes("prev"))),
        objects.toArray(String[]::new),
        READING);
  }

  private static String hex(byte[] hash) {
    return hash == null ? "" : HexFormat.of().formatHex(hash);
  }
}
