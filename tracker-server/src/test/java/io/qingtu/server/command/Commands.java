package io.qingtu.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.fixtures.Patience;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.server.HandClock;
import io.qingtu.server.RunningServer;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.command.CommandIntake.Wish;
import io.qingtu.server.store.CommandQueries;
import io.qingtu.server.store.CommandRow;
import io.qingtu.server.store.CommandState;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A running server whose commands a test asks for and looks at. Its clock stands still. */
final class Commands implements AutoCloseable {
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final ObjectMapper JSON = new ObjectMapper();

  final RunningServer server;
  final HandClock clock;
  private final CommandQueries queries;

  Commands(Class<?> test) {
    this(TestDatabase.forClass(test), new HandClock(Instant.parse("2026-11-18T04:00:00Z")));
  }

  private Commands(TestDatabase database, HandClock clock) {
    this.clock = clock;
    server = new RunningServer(database, clock, Map.of("analysis.enabled", "false"));
    queries = new CommandQueries(server.parts().database());
  }

  /** The same after a restart of the server. */
  Commands restarted() {
    return new Commands(server.stop(), clock);
  }

  TerminalSocket connect() {
    return new TerminalSocket(server.port(), RunningServer.PHONE);
  }

  /** A connection of the vehicle's terminal, after one of the issues. */
  TerminalSocket connect(PacketBuilder.Version version) {
    return new TerminalSocket(server.port(), RunningServer.PHONE, version);
  }

  /** A connection of the vehicle's terminal that has authenticated. */
  TerminalSocket signIn() {
    TerminalSocket terminal = connect();
    terminal.signIn(RunningServer.PLATE);
    return terminal;
  }

  /** Asks for a command; single quotes stand for double ones. */
  long ask(CommandKind kind, String arguments) {
    return ask(kind, arguments, LIFETIME);
  }

  long ask(CommandKind kind, String arguments, Duration lifetime) {
    long id =
        new CommandIntake(server.parts().commands(), server.parts().plans(), clock)
            .file(
                new FleetQueries(server.parts().database())
                    .find(RunningServer.PLATE, Scope.CITY)
                    .orElseThrow(),
                new Wish(kind, json(arguments), "a test", null, lifetime));
    server.parts().desk().nudge();
    return id;
  }

  static JsonNode json(String singleQuoted) {
    try {
      return JSON.readTree(singleQuoted.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Turns the clock and has the desk look. */
  void pass(Duration time) {
    clock.now = clock.now.plus(time);
    server.parts().desk().nudge();
  }

  CommandRow find(long id) {
    return queries.find(id, Scope.CITY).orElseThrow();
  }

  /** Waits for a state. */
  CommandRow await(long id, CommandState state) {
    Patience.await("command " + id)
        .untilAsserted(() -> assertEquals(state, find(id).state(), () -> "after " + history(id)));
    return find(id);
  }

  void await(Callable<Boolean> condition) {
    Patience.await("what the desk does").until(condition);
  }

  /** The states that it was in. */
  List<CommandState> history(long id) {
    return queries.history(id).stream().map(CommandRow.Event::state).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
