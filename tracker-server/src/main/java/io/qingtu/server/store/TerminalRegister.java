package io.qingtu.server.store;

import io.qingtu.route.plan.VehicleKind;
import io.qingtu.server.dataset.TerminalFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The register of terminals. Event loops ask it with every connection, so it answers from memory;
 * {@link #reload()} brings what others have entered in the database.
 */
public final class TerminalRegister {
  /** Phone of the first simulated terminal; the next ones follow it. */
  public static final long FIRST_SIMULATED_PHONE = 100_000_000_001L;

  private static final String SIMULATED_COMPANY = "模拟车队 (simulated)";

  private final Database database;
  private volatile ConcurrentMap<String, RegisteredTerminal> byPhone = new ConcurrentHashMap<>();

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

  /** Reads the register again. Blocks on the database. */
  public synchronized void reload() {
    byPhone =
        database
            .query(
                """
                select t.phone, t.vehicle_id, v.plate, c.name as company, v.kind, t.terminal_id,
                  t.profile, t.auth_code
                from terminal t join vehicle v on v.id = t.vehicle_id
                  join company c on c.id = v.company_id
                where t.enabled""",
                row ->
                    new RegisteredTerminal(
                        row.getString("phone"),
                        row.getInt("vehicle_id"),
                        row.getString("plate"),
                        row.getString("company"),
                        row.getString("kind"),
                        row.getString("terminal_id"),
                        row.getString("profile"),
                        Optional.ofNullable(row.getString("auth_code"))))
            .stream()
            .collect(Collectors.toConcurrentMap(RegisteredTerminal::phone, Function.identity()));
  }

  /**
   * Keeps a new authentication code; the old one is no longer good. Blocks on the database.
   *
   * @throws IllegalArgumentException where the phone is not registered
   */
  public synchronized void giveCode(String phone, String code, Instant now) {
    int changed =
        database.update(
            "update terminal set auth_code = ?, registered_at = ? where phone = ? and enabled",
            code,
            now,
            phone);
    if (changed == 0) {
      throw new IllegalArgumentException("terminal " + phone + " is not in the register");
    }
    byPhone.computeIfPresent(phone, (p, terminal) -> terminal.withCode(code));
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

  private static void enter(Connection connection, TerminalFile.Entry entry) throws SQLException {
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
                select '模拟' || lpad(i::text, 5, '0'), ?, c.id
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
                  join vehicle v on v.plate = '模拟' || lpad(i::text, 5, '0')
              on conflict do nothing""",
              FIRST_SIMULATED_PHONE,
              count);
        });
    reload();
  }
}
