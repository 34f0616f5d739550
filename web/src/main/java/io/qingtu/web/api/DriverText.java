package io.qingtu.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.command.CommandException;
import io.qingtu.server.command.CommandIntake;
import io.qingtu.server.command.CommandIntake.Wish;
import io.qingtu.server.command.CommandKind;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Json;
import io.qingtu.web.live.CommandNews;
import java.util.Optional;

/**
 * Tells a driver by the terminal where to go.
 *
 * @param nudge has what waits sent
 */
public record DriverText(CommandIntake intake, CommandNews news, Runnable nudge) {
  /**
   * Files the text.
   *
   * @return its command; empty where the vehicle has no terminal
   * @throws ApiException 409 where the terminal takes no texts
   */
  Optional<Long> tell(VehicleRow vehicle, String text, Account account) {
    if (vehicle.phone().isEmpty()) {
      return Optional.empty();
    }
    ObjectNode arguments = Json.MAPPER.createObjectNode().put("text", text);
    try {
      long id =
          intake.file(
              vehicle,
              new Wish(CommandKind.TEXT, arguments, "", account.id(), CommandIntake.LIFETIME));
      nudge.run();
      news.changed(id);
      return Optional.of(id);
    } catch (CommandException e) {
      throw ApiException.conflict("not_told", "the driver cannot be told: " + e.getMessage());
    }
  }
}
