package io.qingtu.web.live;

import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AppealRow;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CommandRow;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.NoticeRow;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The fleet as it is now, and the last things that happened to it. Committed positions and filed
 * alerts come in from any thread; {@link #tick} makes one message of all vehicles that changed.
 * Readers take the snapshot, which is replaced as a whole, or what followed a sequence number.
 *
 * <p>A reader that fell behind the bounded memory is told so and begins again with the snapshot.
 */
public final class LiveFeed {
  private final int capacity;
  private final Deque<LiveMessage> recent = new ArrayDeque<>();
  private final Map<String, Position> last = new HashMap<>();
  private final Map<String, Set<Long>> alarms = new HashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Map<String, VehicleRow> register = Map.of();
  private int weight;
  private volatile FleetSnapshot snapshot;

  /**
   * @param capacity vehicles and alerts in the remembered messages, together
   * @param sequence before the first message. A run must begin above every number of the run
   *     before, so that a reader of that run is not taken for one of this: the wall clock's
   *     milliseconds do
   */
  public LiveFeed(int capacity, long sequence, Instant now) {
    this.capacity = capacity;
    this.snapshot = new FleetSnapshot(sequence, now, Map.of());
  }

  /** Called after every message, on the thread that made it: must not block. */
  public void onMessage(Runnable listener) {
    listeners.add(listener);
  }

  /** The registered vehicles; positions of others are not shown. */
  public synchronized void register(Collection<VehicleRow> vehicles) {
    Map<String, VehicleRow> byPlate = new HashMap<>();
    vehicles.forEach(v -> byPlate.put(v.plate(), v));
    register = byPlate;
  }

  /** Takes committed positions, in any order: an older one changes nothing. */
  public synchronized void accept(Collection<Position> committed) {
    for (Position p : committed) {
      last.merge(p.plate(), p, LiveFeed::newer);
    }
  }

  /** Takes an alert as it is filed now: raised, revised or reviewed. */
  public void accept(AlertRow alert) {
    synchronized (this) {
      Set<Long> open = alarms.computeIfAbsent(alert.plate(), k -> new TreeSet<>());
      if (alert.isAlarm()) {
        open.add(alert.id());
      } else {
        open.remove(alert.id());
      }
      long sequence = snapshot.sequence() + 1;
      remember(new LiveMessage.AlertChanged(sequence, alert));
      snapshot = new FleetSnapshot(sequence, snapshot.time(), snapshot.byPlate());
    }
    listeners.forEach(Runnable::run);
  }

  /** Takes a command as it is filed now. */
  public void accept(CommandRow command) {
    synchronized (this) {
      long sequence = snapshot.sequence() + 1;
      remember(new LiveMessage.CommandChanged(sequence, command));
      snapshot = new FleetSnapshot(sequence, snapshot.time(), snapshot.byPlate());
    }
    listeners.forEach(Runnable::run);
  }

  /** Takes the news of a case. */
  public void accept(CaseQueries.Change change) {
    synchronized (this) {
      long sequence = snapshot.sequence() + 1;
      remember(new LiveMessage.CaseChanged(sequence, change));
      snapshot = new FleetSnapshot(sequence, snapshot.time(), snapshot.byPlate());
    }
    listeners.forEach(Runnable::run);
  }

  /** Takes a question to a company as it stands now. */
  public void accept(NoticeRow notice) {
    synchronized (this) {
      long sequence = snapshot.sequence() + 1;
      remember(new LiveMessage.NoticeChanged(sequence, notice));
      snapshot = new FleetSnapshot(sequence, snapshot.time(), snapshot.byPlate());
    }
    listeners.forEach(Runnable::run);
  }

  /** Takes an appeal as it stands now. */
  public void accept(AppealRow appeal) {
    synchronized (this) {
      long sequence = snapshot.sequence() + 1;
      remember(new LiveMessage.AppealChanged(sequence, appeal));
      snapshot = new FleetSnapshot(sequence, snapshot.time(), snapshot.byPlate());
    }
    listeners.forEach(Runnable::run);
  }

  /** Sets what is open at the start, without a message. */
  public synchronized void openAlarms(Collection<AlertRow> alerts) {
    alerts.forEach(a -> alarms.computeIfAbsent(a.plate(), k -> new TreeSet<>()).add(a.id()));
  }

  /** Makes one message of the vehicles that changed since the last one; none where none did. */
  public void tick(Instant now) {
    synchronized (this) {
      Map<String, LiveVehicle> fleet = new HashMap<>(snapshot.byPlate());
      List<LiveVehicle> changed = new ArrayList<>();
      last.forEach(
          (plate, position) -> {
            VehicleRow vehicle = register.get(plate);
            if (vehicle != null) {
              boolean alarm = !alarms.getOrDefault(plate, Set.of()).isEmpty();
              VehicleState state = VehicleState.of(position, alarm, now);
              LiveVehicle shown = LiveVehicle.of(vehicle, position, state);
              if (!shown.equals(fleet.put(plate, shown))) {
                changed.add(shown);
              }
            }
          });
      if (changed.isEmpty()) {
        return;
      }
      long sequence = snapshot.sequence() + 1;
      remember(new LiveMessage.Positions(sequence, now, changed));
      snapshot = new FleetSnapshot(sequence, now, fleet);
    }
    listeners.forEach(Runnable::run);
  }

  /** The fleet as of the last message. */
  public FleetSnapshot snapshot() {
    return snapshot;
  }

  /**
   * What followed a sequence number, oldest first; empty where that is no longer remembered or
   * never was.
   */
  public synchronized Optional<List<LiveMessage>> since(long sequence) {
    long newest = snapshot.sequence();
    long oldest = newest - recent.size();
    if (sequence < oldest || sequence > newest) {
      return Optional.empty();
    }
    // from the newest on: a reader who keeps up does not go through all that is remembered
    Deque<LiveMessage> since = new ArrayDeque<>();
    Iterator<LiveMessage> backwards = recent.descendingIterator();
    for (long left = newest - sequence; left > 0; left--) {
      since.addFirst(backwards.next());
    }
    return Optional.of(List.copyOf(since));
  }

  private void remember(LiveMessage message) {
    recent.addLast(message);
    weight += message.weight();
    while (weight > capacity) {
      weight -= recent.removeFirst().weight();
    }
  }

  /** A fix that is not valid moves time and states on, not the place. */
  private static Position newer(Position known, Position next) {
    if (!next.fixTime().isAfter(known.fixTime())) {
      return known;
    }
    if (next.fixValid()) {
      return next;
    }
    return new Position(
        next.plate(),
        next.fixTime(),
        next.receivedTime(),
        known.longitude(),
        known.latitude(),
        false,
        next.speedKmh(),
        next.vssKmh(),
        next.directionDegrees(),
        next.altitudeMetres(),
        next.accOn(),
        next.satellites(),
        next.odometerKm(),
        next.alarmBits(),
        next.statusBits(),
        next.sensors(),
        next.backfill());
  }
}
