package io.qingtu.web.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AppealRow;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CommandRow;
import io.qingtu.server.store.NoticeRow;
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

  /**
   * A case was opened, joined or moved; what it is now the reader asks for with his or her reach.
   */
  record CaseChanged(String type, long sequence, Mark changed) implements LiveMessage {
    /** Which case, and how many steps it has. */
    record Mark(@JsonIgnore CaseQueries.Change of, long id, int version) {}

    CaseChanged(long sequence, CaseQueries.Change change) {
      this("case", sequence, new Mark(change, change.id(), change.version()));
    }

    @Override
    public Optional<LiveMessage> within(Scope scope) {
      return changed.of().isSeenBy(scope) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public int weight() {
      return 1;
    }
  }

  /** A company was asked about an alert, or has answered; what now stands the reader asks for. */
  record NoticeChanged(String type, long sequence, Mark notice) implements LiveMessage {
    /**
     * Which question.
     *
     * @param companyId who was asked
     */
    record Mark(@JsonIgnore int companyId, long id, String alertId) {}

    NoticeChanged(long sequence, NoticeRow notice) {
      this(
          "notice",
          sequence,
          new Mark(notice.companyId(), notice.id(), Long.toString(notice.alertId())));
    }

    @Override
    public Optional<LiveMessage> within(Scope scope) {
      return scope.covers(notice.companyId()) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public int weight() {
      return 1;
    }
  }

  /** An appeal against an alert was lodged or decided; what now stands the reader asks for. */
  record AppealChanged(String type, long sequence, Mark appeal) implements LiveMessage {
    /**
     * Of which alert.
     *
     * @param companyId who has appealed
     */
    record Mark(@JsonIgnore int companyId, String alertId) {}

    AppealChanged(long sequence, AppealRow row) {
      this("appeal", sequence, new Mark(row.companyId(), Long.toString(row.alertId())));
    }

    @Override
    public Optional<LiveMessage> within(Scope scope) {
      return scope.covers(appeal.companyId()) ? Optional.of(this) : Optional.empty();
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
