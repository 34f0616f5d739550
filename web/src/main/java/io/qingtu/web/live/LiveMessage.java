package io.qingtu.web.live;

import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.CommandRow;
import io.qingtu.server.store.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the live feed tells, each with the next sequence number. */
public sealed interface LiveMessage {
  long sequence();

  /** The part of it that a reader may see; empty where there is none. */
  Optional<LiveMessage> within(Scope scope);

  /** What it counts for in the bounded memory of the feed. */
  int weight();

  /** The vehicles that changed, or all of them. */
  record Positions(String type, long sequence, Instant time, List<LiveVehicle> positions)
      implements LiveMessage {
    public Positions(long sequence, Instant time, List<LiveVehicle> positions) {
      this("positions", sequence, time, List.copyOf(positions));
    }

    @Override
    public Optional<LiveMessage> within(Scope scope) {
      if (scope.wholeCity()) {
        return Optional.of(this);
      }
      List<LiveVehicle> own = positions.stream().filter(v -> scope.covers(v.companyId())).toList();
      return own.isEmpty() ? Optional.empty() : Optional.of(new Positions(sequence, time, own));
    }

    @Override
    public int weight() {
      return positions.size();
    }
  }

  /** An alert was raised, revised or reviewed. */
  record AlertChanged(String type, long sequence, AlertRow alert) implements LiveMessage {
    AlertChanged(long sequence, AlertRow alert) {
      this("alert", sequence, alert);
    }

    @Override
    public Optional<LiveMessage> within(Scope scope) {
      return scope.covers(alert.companyId()) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public int weight() {
      return 1;
    }
  }

  /** A command was asked for or has come to another state. */
  record CommandChanged(String type, long sequence, CommandRow command) implements LiveMessage {
    CommandChanged(long sequence, CommandRow command) {
      this("command", sequence, command);
    }

    @Override
    public Optional<LiveMessage> within(Scope scope) {
      return scope.covers(command.companyId()) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public int weight() {
      return 1;
    }
  }
}
