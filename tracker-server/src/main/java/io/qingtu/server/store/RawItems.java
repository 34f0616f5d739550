package io.qingtu.server.store;

import io.qingtu.protocol.field.Bytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What terminals sent beside the basic fields, as it came, so that history can be read again with a
 * better profile. A batch's items lie in one block, found by when they came; a position that came
 * twice may stand in two. Blocks on the database.
 */
public final class RawItems {
  /** The table. */
  static final String TABLE = "position_items";

  private static final String INSERT =
      "insert into %s (received, since, rows, block) values (?, ?, ?, ?)";

  /** No block crosses the midnight of UTC, so that one day bounds the search. */
  private static final String BLOCKS =
      "select block from position_items where received >= ? and received < ? and since < ?";

  private static final String PLACED =
      """
      select p.vehicle_id, t.phone, p.time, %s as received, p.lon_e6, p.lat_e6, i.n
      from unnest(?::int[], ?::timestamptz[]) with ordinality i(vehicle_id, time, n)
      join positions p on p.vehicle_id = i.vehicle_id and p.time = i.time
      join lateral (select phone from terminal
        where vehicle_id = p.vehicle_id and enabled order by id desc limit 1) t on true
      order by i.n\
      """
          .formatted(PositionColumns.received("p"));

  private static final long DAY_SECONDS = TimeUnit.DAYS.toSeconds(1);

  private final Database database;

  public RawItems(Database database) {
    this.database = database;
  }

  /**
   * A row of the table.
   *
   * @param since when the first of it came, on the same day of UTC as the last
   */
  record Block(Instant received, Instant since, int rows, byte[] bytes) {
    static Block of(List<RawItem> items) {
      Instant last = items.get(0).received();
      Instant first = last;
      for (RawItem item : items) {
        last = item.received().isAfter(last) ? item.received() : last;
        first = item.received().isBefore(first) ? item.received() : first;
      }
      return new Block(last, first, items.size(), ItemBlock.encode(items));
    }
  }

  /** The items of those rows that have some; nearly always one block. */
  static List<Block> blocks(Collection<PositionRow> rows) {
    List<RawItem> items = new ArrayList<>(rows.size());
    for (PositionRow row : rows) {
      if (row.items().length > 0) {
        items.add(RawItem.of(row));
      }
    }
    return blocksOf(items);
  }

  static List<Block> blocksOf(List<RawItem> items) {
    Map<Long, List<RawItem>> days = new TreeMap<>();
    long day = Long.MIN_VALUE;
    List<RawItem> ofDay = List.of();
    for (RawItem item : items) {
      long its = Math.floorDiv(item.received().getEpochSecond(), DAY_SECONDS);
      if (its != day) {
        day = its;
        ofDay = days.computeIfAbsent(day, d -> new ArrayList<>(items.size()));
      }
      ofDay.add(item);
    }
    return days.values().stream().map(Block::of).toList();
  }

  static void save(Connection connection, List<Block> blocks) throws SQLException {
    save(connection, TABLE, blocks);
  }

  /** As {@link #save(Connection, List)} into a table of the same columns. */
  static void save(Connection connection, String table, List<Block> blocks) throws SQLException {
    for (Block block : blocks) {
      Database.update(
          connection,
          INSERT.formatted(table),
          block.received(),
          block.since(),
          block.rows(),
          block.bytes());
    }
  }

  /**
   * The items that came in a half-open period and are wanted, in the order in which they came; the
   * same one may come twice.
   */
  public List<PositionItems> received(Instant from, Instant to, Predicate<Bytes> wanted) {
    Comparator<RawItem> inOrder =
        Comparator.comparing(RawItem::received)
            .thenComparing(RawItem::vehicleId)
            .thenComparing(RawItem::time);
    TreeSet<RawItem> found = new TreeSet<>(inOrder);
    for (List<RawItem> block :
        database.query(
            BLOCKS, row -> ItemBlock.decode(row.getBytes("block")), from, midnightAfter(to), to)) {
      for (RawItem item : block) {
        if (!item.received().isBefore(from)
            && item.received().isBefore(to)
            && wanted.test(Bytes.copyOf(item.items()))) {
          found.add(item);
        }
      }
    }
    return placed(List.copyOf(found));
  }

  static Instant midnightAfter(Instant to) {
    return to.equals(Instant.MAX) ? to : to.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }

  /** With what the positions tell; where one came twice, it has the moment of the one stored. */
  private List<PositionItems> placed(List<RawItem> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    return database.query(
        PLACED,
        row ->
            new PositionItems(
                row.getInt("vehicle_id"),
                row.getString("phone"),
                Database.instant(row, "time"),
                Database.instant(row, "received"),
                row.getInt("lon_e6") / 1e6,
                row.getInt("lat_e6") / 1e6,
                Bytes.copyOf(items.get(row.getInt("n") - 1).items())),
        items.stream().map(RawItem::vehicleId).toArray(Integer[]::new),
        items.stream().map(i -> i.time().toString()).toArray(String[]::new));
  }
}
