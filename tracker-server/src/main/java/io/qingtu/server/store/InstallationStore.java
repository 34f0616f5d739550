package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.server.dataset.TerminalFile;
import io.qingtu.server.store.InstallationRow.Move;
import io.qingtu.server.store.InstallationRow.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files installations and their steps. While one is open an order INSTALL about its vehicle is in
 * force, so that the rules take the other terminal for no fraud.
 */
public final class InstallationStore {
  /** Somebody wants a terminal fitted, or tested again. */
  public record Order(
      String plate, String vin, String phone, String iccid, Reason reason, String profile) {}

  /**
   * An order on file, and what it has changed in the register.
   *
   * @param before phones of the vehicle's terminals until then
   */
  public record Ordered(long id, List<String> before) {}

  /** One that nobody ends excuses nothing for longer. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;

  public InstallationStore(Database database) {
    this.database = database;
  }

  /**
   * Files an order and binds its terminal to the vehicle; what was bound to it is bound no longer.
   *
   * @throws InstallationRefusal where it cannot be
   */
  public Ordered order(Order order, Account by, Instant now) throws InstallationRefusal {
    return refusing(
        "an installation in " + order.plate(),
        connection -> {
          int vehicle = lockVehicle(connection, order.plate());
          List<String> before =
              Database.query(
                  connection,
                  "select phone from terminal where vehicle_id = ? and enabled order by id",
                  row -> row.getString(1),
                  vehicle);
          check(connection, order, vehicle, before);
          identify(connection, order, vehicle);
          if (!before.equals(List.of(order.phone()))) {
            bind(connection, order, vehicle);
          }
          long id =
              Database.query(
                      connection,
                      "insert into installation (vehicle_id, vin, phone, iccid, reason, user_id, at)"
                          + " values (?, ?, ?, ?, ?, ?, ?) returning id",
                      row -> row.getLong(1),
                      vehicle,
                      order.vin(),
                      order.phone(),
                      order.iccid(),
                      order.reason(),
                      by.id(),
                      now)
                  .get(0);
          known(connection, order, by, now);
          return new Ordered(id, before);
        });
  }

  private static int lockVehicle(Connection connection, String plate)
      throws SQLException, InstallationRefusal {
    // two orders about one vehicle at the same moment must see each other
    return Database.query(
            connection,
            "select id from vehicle where plate = ? for no key update",
            row -> row.getInt(1),
            plate)
        .stream()
        .findFirst()
        .orElseThrow(
            () -> new InstallationRefusal(InstallationRefusal.Reason.VEHICLE, "vehicle " + plate));
  }

  private static void check(Connection connection, Order order, int vehicle, List<String> before)
      throws SQLException, InstallationRefusal {
    refuse(
        connection,
        "select 1 from installation i where i.vehicle_id = ? and not exists (select from"
            + " installation_step where installation_id = i.id and move in ('ACCEPT', 'CANCEL'))",
        vehicle,
        InstallationRefusal.Reason.OPEN,
        "an installation of the vehicle is open");
    if (order.reason() == Reason.RETEST && !before.contains(order.phone())) {
      throw new InstallationRefusal(
          InstallationRefusal.Reason.OTHER_TERMINAL, "a re-test is of the terminal that is there");
    }
    Optional<Integer> holder =
        Database.query(
                connection,
                "select vehicle_id from terminal where phone = ? and enabled",
                row -> row.getInt(1),
                order.phone())
            .stream()
            .findFirst();
    if (holder.isPresent() && holder.get() != vehicle) {
      throw new InstallationRefusal(
          InstallationRefusal.Reason.TAKEN, "terminal " + order.phone() + " is another vehicle's");
    }
  }

  /** A VIN is one vehicle's for ever; what nobody had read is known from now on. */
  private static void identify(Connection connection, Order order, int vehicle)
      throws SQLException, InstallationRefusal {
    for (String known :
        Database.query(
            connection,
            "select vin from vehicle where id = ? and vin <> ''",
            row -> row.getString(1),
            vehicle)) {
      if (!known.equals(order.vin())) {
        throw new InstallationRefusal(
            InstallationRefusal.Reason.OTHER_VIN, "the VIN of this vehicle is " + known);
      }
      return;
    }
    refuse(
        connection,
        "select 1 from vehicle where vin = ?",
        order.vin(),
        InstallationRefusal.Reason.OTHER_VIN,
        "the VIN is another vehicle's");
    Database.update(connection, "update vehicle set vin = ? where id = ?", order.vin(), vehicle);
  }

  private static void refuse(
      Connection connection,
      String sql,
      Object argument,
      InstallationRefusal.Reason reason,
      String why)
      throws SQLException, InstallationRefusal {
    if (!Database.query(connection, sql, row -> true, argument).isEmpty()) {
      throw new InstallationRefusal(reason, why);
    }
  }

  private static void bind(Connection connection, Order order, int vehicle) throws SQLException {
    TerminalRegister.enter(
        connection, new TerminalFile.Entry(order.phone(), order.plate(), order.profile()));
    Database.update(
        connection,
        "update terminal set enabled = (phone = ?) where vehicle_id = ?",
        order.phone(),
        vehicle);
  }

  /** What the rules know of it: that it was ordered, and the card. */
  private static void known(Connection connection, Order order, Account by, Instant now)
      throws SQLException {
    Database.update(
        connection,
        "insert into vehicle_order (plate, kind, from_time, to_time, approved_by)"
            + " values (?, 'INSTALL', ?, ?, ?) on conflict do nothing",
        order.plate(),
        now,
        now.plus(LONGEST),
        by.displayName());
    Database.update(
        connection,
        "insert into identity_record (plate, time, kind, value) values (?, ?, 'ICCID', ?)"
            + " on conflict do nothing",
        order.plate(),
        now,
        order.iccid());
  }

  /**
   * Files a step of an open installation.
   *
   * @param detail what it says, to be written as JSON
   * @throws InstallationRefusal where it was ended before
   */
  public void step(InstallationRow of, Move move, Account by, Instant now, Map<String, ?> detail)
      throws InstallationRefusal {
    refusing(
        move + " of installation " + of.id(),
        connection -> {
          Database.query(
              connection,
              "select 1 from installation where id = ? for no key update",
              row -> true,
              of.id());
          refuse(
              connection,
              "select 1 from installation_step where installation_id = ? and move in ('ACCEPT', 'CANCEL')",
              of.id(),
              InstallationRefusal.Reason.ENDED,
              "it was accepted or cancelled before");
          Database.update(
              connection,
              "insert into installation_step (installation_id, move, user_id, at, detail)"
                  + " values (?, ?, ?, ?, ?::jsonb)",
              of.id(),
              move,
              by.id(),
              now,
              json(detail));
          if (move == Move.ACCEPT || move == Move.CANCEL) {
            Database.update(
                connection,
                "update vehicle_order set to_time = ? where plate = ? and kind = 'INSTALL' and from_time = ?",
                now,
                of.vehicle().plate(),
                of.orderedAt());
          }
          return null;
        });
  }

  private static String json(Map<String, ?> detail) {
    try {
      return JSON.writeValueAsString(detail);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the detail of a step is no JSON: " + detail, e);
    }
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException, InstallationRefusal;
  }

  private record Outcome<T>(T done, InstallationRefusal refusal) {}

  /** All or nothing; a refusal writes nothing before it is thrown. */
  private <T> T refusing(String doing, Work<T> work) throws InstallationRefusal {
    Outcome<T> outcome =
        database.inTransaction(
            doing,
            connection -> {
              try {
                return new Outcome<>(work.with(connection), null);
              } catch (InstallationRefusal e) {
                return new Outcome<T>(null, e);
              }
            });
    if (outcome.refusal() != null) {
      throw outcome.refusal();
    }
    return outcome.done();
  }
}
