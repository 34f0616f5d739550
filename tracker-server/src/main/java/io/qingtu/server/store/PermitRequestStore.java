package io.qingtu.server.store;

import io.qingtu.route.permit.Amendment;
import io.qingtu.route.plan.Permit;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.store.KeepingRefusal.Why;
import io.qingtu.server.store.PermitRequestRow.Decision;
import io.qingtu.server.store.PlanEditStore.Edit;
import io.qingtu.server.store.PlanEditStore.Editor;
import io.qingtu.server.store.PlanEditStore.RefusedEditException;
import io.qingtu.server.store.PlanVersion.Origin;
import io.qingtu.server.store.PlanVersions.Current;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * 准运证申报: a company asks for a permit, and the supervision takes it into the plan or does not. A
 * request stays as it was made, and one decision is made about it.
 */
public final class PermitRequestStore {
  /** The moment of typing in is the server's to say, when it is taken in. */
  private static final String TYPED_IN = "entered_at";

  /**
   * What a company asks for.
   *
   * @param vehicleId of the permit's vehicle, which is the company's
   * @param row checked by {@link io.qingtu.server.dataset.PlanScrutiny}
   * @param seen the permit's version that it is made from; 0: it is new
   */
  public record NewRequest(
      int companyId, int vehicleId, PlanRow row, int seen, String note, int userId) {}

  /**
   * Who decides, and why.
   *
   * @param address that the request came from
   * @param now the city's time
   * @param auditedAt the wall clock's
   * @param reason empty where nothing is to be said; who refuses says something
   */
  public record Decider(
      int userId, String address, Instant now, Instant auditedAt, String reason) {}

  /** A request that waits, held until the transaction ends. */
  private record Held(PlanRow row, int seen, String note, int askedBy, boolean own) {}

  private final Database database;

  public PermitRequestStore(Database database) {
    this.database = database;
  }

  /**
   * Files a request.
   *
   * @return its id
   * @throws KeepingRefusal where it does not go with the permit on file, or waits already
   */
  public long add(NewRequest request, Instant now) {
    String permitId = PlanLayer.PERMITS.id(request.row());
    return database.inTransaction(
        "asking for the permit " + permitId,
        connection -> {
          Optional<Current> onFile = new PlanVersions(connection).now(PlanTable.PERMITS, permitId);
          check(connection, request, onFile, now);
          return Database.query(
                  connection,
                  """
                  insert into permit_request (company_id, vehicle_id, permit_id, seen, before,
                    content, note, user_id, at)
                  values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
                  on conflict (company_id, permit_id) where state = 'WAITING' do nothing
                  returning id\
                  """,
                  row -> row.getLong(1),
                  request.companyId(),
                  request.vehicleId(),
                  permitId,
                  request.seen(),
                  onFile.map(c -> c.row().toJson().toString()).orElse(null),
                  request.row().with(TYPED_IN, "").toJson().toString(),
                  request.note(),
                  request.userId(),
                  now)
              .stream()
              .findFirst()
              .orElseThrow(
                  () -> new KeepingRefusal(Why.WAITING, "a request for " + permitId + " waits"));
        });
  }

  private static void check(
      Connection connection, NewRequest request, Optional<Current> onFile, Instant now)
      throws SQLException {
    String permitId = PlanLayer.PERMITS.id(request.row());
    if (request.seen() == 0) {
      require(onFile.isEmpty(), Why.TAKEN_ID, "there is a permit " + permitId);
      return;
    }
    boolean own =
        onFile.isPresent()
            && isOf(connection, onFile.get().row().text("plate"), request.companyId());
    require(own, Why.UNKNOWN, "there is no permit " + permitId);
    Current current = onFile.get();
    require(
        current.version() == request.seen(),
        Why.STALE,
        permitId + " is at version " + current.version() + ", not " + request.seen());
    require(
        !typedNever(current.row()).equals(typedNever(request.row())),
        Why.NO_CHANGE,
        "nothing of " + permitId + " would be another");
    Permit before = PlanLayer.PERMITS.read(current.row());
    Amendment.refusal(before, PlanLayer.PERMITS.read(request.row()), now)
        .ifPresent(
            why -> {
              throw new KeepingRefusal(Why.REFUSED_EDIT, why);
            });
  }

  /**
   * Takes a request into the plan, as an edit by who decides, for what the company has said.
   *
   * @throws KeepingRefusal where somebody has decided; or who asked takes it in, the permit is
   *     another by now, or a vehicle that it is for or was for is another company's: then it still
   *     waits
   */
  public void take(long id, Decider decider) {
    database.inTransaction(
        "taking the request " + id + " in",
        connection -> {
          Held held = held(connection, id);
          refuseOwn(held, decider);
          require(held.own(), Why.MOVED, "the vehicle is another company's by now");
          Editor editor =
              new Editor(
                  decider.userId(),
                  decider.address(),
                  decider.now(),
                  decider.auditedAt(),
                  Origin.PAGE,
                  held.note());
          int version;
          try {
            version =
                PlanEditStore.apply(
                    connection,
                    new Edit(PlanLayer.PERMITS, held.row(), held.seen(), false),
                    editor);
          } catch (RefusedEditException e) {
            throw new KeepingRefusal(why(held, e), e.getMessage());
          }
          return decide(connection, id, Decision.TAKEN, decider, version);
        });
  }

  /**
   * Ends a request that is not taken in.
   *
   * @param decision not {@link Decision#TAKEN}
   * @throws KeepingRefusal where somebody has decided, or who asked refuses it
   */
  public void close(long id, Decision decision, Decider decider) {
    if (decision == Decision.TAKEN) {
      throw new IllegalArgumentException("what is taken in is an edit of the plan");
    }
    database.inTransaction(
        "closing the request " + id,
        connection -> {
          Held held = held(connection, id);
          if (decision != Decision.WITHDRAWN) {
            refuseOwn(held, decider);
          }
          return decide(connection, id, decision, decider, null);
        });
  }

  private static Why why(Held held, RefusedEditException refused) {
    if (held.seen() == 0) {
      // of a new one nothing else is in the way: its row was scrutinised
      return Why.TAKEN_ID;
    }
    return refused.isStale() ? Why.STALE : Why.REFUSED_EDIT;
  }

  private static Held held(Connection connection, long id) throws SQLException {
    return Database.query(
            connection,
            """
            select q.content, q.seen, q.note, q.user_id,
              v.company_id = q.company_id and (q.before is null or exists (
                select 1 from vehicle b
                where b.plate = q.before -> 'columns' ->> 'plate' and b.company_id = q.company_id)) own
            from permit_request q join vehicle v on v.id = q.vehicle_id
            where q.id = ? and q.state = 'WAITING' for update of q\
            """,
            row ->
                new Held(
                    PlanRow.parse(row.getString("content")),
                    row.getInt("seen"),
                    row.getString("note"),
                    row.getInt("user_id"),
                    row.getBoolean("own")),
            id)
        .stream()
        .findFirst()
        .orElseThrow(() -> new KeepingRefusal(Why.DECIDED, "the request " + id + " waits no more"));
  }

  /** Four eyes: who asked may have got another role since. */
  private static void refuseOwn(Held held, Decider decider) {
    require(
        held.askedBy() != decider.userId(), Why.OWN, "who has asked does not decide on it as well");
  }

  private static int decide(
      Connection connection, long id, Decision decision, Decider decider, Integer version)
      throws SQLException {
    return Database.update(
        connection,
        "update permit_request set state = ?, decided_by = ?, decided_at = ?, reason = ?,"
            + " plan_version = ?::int where id = ?",
        decision.name(),
        decider.userId(),
        decider.now(),
        decider.reason(),
        version,
        id);
  }

  private static boolean isOf(Connection connection, String plate, int companyId)
      throws SQLException {
    return !Database.query(
            connection,
            "select 1 from vehicle where plate = ? and company_id = ?",
            row -> true,
            plate,
            companyId)
        .isEmpty();
  }

  private static PlanRow typedNever(PlanRow row) {
    return PlanLayer.PERMITS.canonical(row.with(TYPED_IN, ""));
  }

  private static void require(boolean holds, Why why, String message) {
    if (!holds) {
      throw new KeepingRefusal(why, message);
    }
  }
}
