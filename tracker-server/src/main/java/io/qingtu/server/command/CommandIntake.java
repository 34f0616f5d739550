package io.qingtu.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.store.CommandOrder;
import io.qingtu.server.store.CommandStore;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.PlanStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where commands come in: checked, then filed. Blocks on the database. */
public final class CommandIntake {
  /** How long a command waits for a terminal where nobody says so. */
  public static final Duration LIFETIME = Duration.ofHours(1);

  /** The shortest and the longest that a command may wait. */
  public static final Duration SHORTEST = Duration.ofSeconds(10);

  public static final Duration LONGEST = Duration.ofDays(7);

  private static final int MOST_REASON = 500;

  /**
   * What somebody wants of a terminal.
   *
   * @param requestedBy an account's id; null for the system itself
   * @param lifetime it is not sent when that is over
   */
  public record Wish(
      CommandKind kind,
      JsonNode arguments,
      String reason,
      Integer requestedBy,
      Duration lifetime) {}

  private final CommandStore store;
  private final Drawings drawings;
  private final Clock clock;

  /**
   * @param plans where areas and routes are on file
   */
  public CommandIntake(CommandStore store, PlanStore plans, Clock clock) {
    this.store = store;
    this.drawings = new Drawings(plans);
    this.clock = clock;
  }

  /**
   * Files a command for the vehicle's terminal; returns its id.
   *
   * @throws CommandException that names what is wrong with it
   */
  public long file(VehicleRow vehicle, Wish wish) {
    if (vehicle.phone().isEmpty()) {
      throw new CommandException("plate", vehicle.plate() + " has no terminal");
    }
    if (wish.kind().needsReason() && wish.reason().isBlank()) {
      throw new CommandException("reason", wish.kind() + " needs one");
    }
    if (wish.reason().length() > MOST_REASON) {
      throw new CommandException("reason", "has more than " + MOST_REASON + " characters");
    }
    if (wish.lifetime().compareTo(SHORTEST) < 0 || wish.lifetime().compareTo(LONGEST) > 0) {
      throw new CommandException(
          "expiresInSeconds", "is not from " + SHORTEST.toSeconds() + " to " + LONGEST.toSeconds());
    }
    String arguments = drawings.complete(wish.kind(), wish.arguments()).toString();
    wish.kind().check(arguments);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return store.add(
        new CommandOrder(
            vehicle.id(),
            vehicle.phone(),
            wish.kind().name(),
            arguments,
            wish.reason(),
            wish.requestedBy(),
            now,
            now.plus(wish.lifetime())));
  }
}
