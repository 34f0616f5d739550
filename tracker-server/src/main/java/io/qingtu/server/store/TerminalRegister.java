package io.qingtu.server.store;

import io.qingtu.route.plan.VehicleKind;
import io.qingtu.server.dataset.TerminalFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The register of terminals. Event loops ask it with every connection, so it answers from memory;
 * {@link #refresh()} brings what others have entered in the database.
 */
public final class TerminalRegister {
  /** Phone of the first simulated terminal; the next ones follow it. */
  public static final long FIRST_SIMULATED_PHONE = 100_000_000_001L;

  /** Codes are dated before they are committed. */
  private static final Duration CODES_OVERLAP = Duration.ofSeconds(30);

  private static final String SIMULATED_COMPANY = "模拟车队 (simulated)";

  private final Database database;
  private volatile ConcurrentMap<String, RegisteredTerminal> byPhone = new ConcurrentHashMap<>();
  private long version;
  private Instant newestCode = Instant.EPOCH;

  public TerminalRegister(Database database) {
    this.database = database;
    reload();
  }

  /**
   * @param phone digits without leading zeros
   */
  public Optional<RegisteredTerminal> find(String phone) {
    return Optional.ofNullable(byPhone.get(phone));
  }

  public List<RegisteredTerminal> all() {
    return List.copyOf(byPhone.values());
  }

  /** Reads the whole register again. Blocks on the database. */
  public synchronized void reload() {
    // before the rows: what changes in between is read twice
    version = version();
    newestCode = newestCode();
    byPhone = new ConcurrentHashMap<>(byPhone(read("")));
  }

  /**
   * Reads what has changed: all of it where others have entered terminals or vehicles, else the
   * codes that were given elsewhere. Blocks on the database.
   */
  public synchronized void refresh() {
    if (version() != version) {
      reload();
      return;
    }
    Instant newest = newestCode();
    if (newest.isAfter(newestCode)) {
      readCodes(newestCode.minus(CODES_OVERLAP));
      newestCode = newest;
    }
  }

  /** All terminals of a city may have registered since, and mostly here: what is known stays. */
  private void readCodes(Instant since) {
    database
        .query(
            "select phone, auth_code from terminal"
                + " where registered_at >= ? and enabled and auth_code is not null",
            row -> Map.entry(row.getString("phone"), row.getString("auth_code")),
            since)
        .forEach(
            given ->
                byPhone.computeIfPresent(
                    given.getKey(),
                    (phone, terminal) ->
                        terminal.authCode().filter(given.getValue()::equals).isPresent()
                            ? terminal
                            : terminal.withCode(given.getValue())));
  }

  /** As {@link #refresh()} for some phones of the register. */
  public synchronized void refresh(Collection<String> phones) {
    byPhone.putAll(byPhone(read("and t.phone = any(?)", (Object) phones.toArray(new String[0]))));
  }

  private long version() {
    return database.query("select version from register_state", row -> row.getLong(1)).get(0);
  }

  private Instant newestCode() {
    return database
        .query(
            "select coalesce(max(registered_at), 'epoch') as newest from terminal",
            row -> Database.instant(row, "newest"))
        .get(0);
  }

  private List<RegisteredTerminal> read(String where, Object... arguments) {
    Map<String, String> names = new HashMap<>();
    UnaryOperator<String> once = name -> names.computeIfAbsent(name, n -> n);
    return database.query(
        """
        select t.phone, t.vehicle_id, v.plate, v.vin, c.name as company, v.kind, t.terminal_id,
          t.profile, t.auth_code
        from terminal t join vehicle v on v.id = t.vehicle_id
        join company c on c.id = v.company_id
        where t.enabled\s"""
            + where,
        row ->
            new RegisteredTerminal(
                row.getString("phone"),
                row.getInt("vehicle_id"),
                row.getString("plate"),
                once.apply(row.getString("company")),
                once.apply(row.getString("kind")),
                row.getString("terminal_id"),
                row.getString("vin"),
                once.apply(row.getString("profile")),
                Optional.ofNullable(row.getString("auth_code"))),
        arguments);
  }

  private static Map<String, RegisteredTerminal> byPhone(List<RegisteredTerminal> terminals) {
    return terminals.stream()
        .collect(Collectors.toMap(RegisteredTerminal::phone, Function.identity()));
  }

  /**
   * Keeps new authentication codes by phone; the old ones are no longer good. Blocks on the
   * database.
   *
   * @return the phones that are registered: the codes of others are not kept
   */
  public synchronized Set<String> giveCodes(Map<String, String> codes) {
    List<String> phones = List.copyOf(codes.keySet());
    Set<String> kept =
        Set.copyOf(
            database.query(
                """
                update terminal t set auth_code = n.code, registered_at = now()
                from unnest(?, ?) as n(phone, code)
                where t.phone = n.phone and t.enabled
                returning t.phone""",
                row -> row.getString(1),
                phones.toArray(new String[0]),
                phones.stream().map(codes::get).toArray(String[]::new)));
    kept.forEach(phone -> byPhone.computeIfPresent(phone, (p, t) -> t.withCode(codes.get(phone))));
    return kept;
  }

  /**
   * Enters a terminal for a vehicle that is on file. A phone that is entered already moves to this
   * vehicle and has to register again.
   *
   * @throws IllegalArgumentException where the vehicle is not on file
   */
  public void enter(String phone, String plate, String profile) {
    enter(List.of(new TerminalFile.Entry(phone, plate, profile)));
  }

  /** As {@link #enter(String, String, String)}, all of them or none. */
  public synchronized void enter(Collection<TerminalFile.Entry> entries) {
    database.inTransaction(
        "entering terminals",
        connection -> {
          for (TerminalFile.Entry entry : entries) {
            enter(connection, entry);
          }
          return null;
        });
    reload();
  }

  /** As above, inside a transaction; whoever holds a register reads it anew. */
  static void enter(Connection connection, TerminalFile.Entry entry) throws SQLException {
    int changed =
        Database.update(
            connection,
            """
            insert into terminal as t (phone, vehicle_id, profile)
              select ?, id, ? from vehicle where plate = ?
            on conflict (phone) do update set profile = excluded.profile,
              auth_code = case when t.vehicle_id = excluded.vehicle_id then t.auth_code end,
              vehicle_id = excluded.vehicle_id""",
            entry.phone(),
            entry.profile(),
            entry.plate());
    if (changed == 0) {
      throw new IllegalArgumentException("vehicle " + entry.plate() + " is not on file");
    }
  }

  /**
   * Enters terminals 100000000001 and up for load tests, with vehicles of their own whose company
   * and plates say that they are simulated. Those that are there stay as they are.
   */
  public synchronized void enterSimulated(int count) {
    database.inTransaction(
        "entering simulated terminals",
        connection -> {
          Database.update(
              connection,
              "insert into company (name) values (?) on conflict do nothing",
              SIMULATED_COMPANY);
          Database.update(
              connection,
              """
              insert into vehicle (plate, kind, company_id)
                select '模拟' || lpad(i::text, greatest(5, length(i::text)), '0'), ?, c.id
                from generate_series(1, ?) i, company c where c.name = ?
              on conflict do nothing""",
              VehicleKind.OTHER,
              count,
              SIMULATED_COMPANY);
          return Database.update(
              connection,
              """
              insert into terminal (phone, vehicle_id)
                select (? + i - 1)::text, v.id
                from generate_series(1, ?) i
                  join vehicle v
                    on v.plate = '模拟' || lpad(i::text, greatest(5, length(i::text)), '0')
              on conflict do nothing""",
              FIRST_SIMULATED_PHONE,
              count);
        });
    reload();
  }
}
