package io.qingtu.web.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of the city that a reader looks at, WGS-84 degrees. A vehicle that drives out of it is
 * told of once more, so that it does not stand at the border for ever. Not thread-safe.
 */
public final class LiveArea {
  private final double west;
  private final double south;
  private final double east;
  private final double north;
  private final Set<String> inside = new HashSet<>();

  public LiveArea(double west, double south, double east, double north) {
    this.west = west;
    this.south = south;
    this.east = east;
    this.north = north;
  }

  /** The part of a message that is of the area; what has no place is of every area. */
  public Optional<LiveMessage> of(LiveMessage message) {
    if (message instanceof LiveMessage.Positions p) {
      return of(p);
    }
    if (message instanceof LiveMessage.AlertChanged a) {
      boolean placeless = Double.isNaN(a.alert().lon());
      return Optional.of(message)
          .filter(m -> placeless || contains(a.alert().lon(), a.alert().lat()));
    }
    return Optional.of(message);
  }

  private Optional<LiveMessage> of(LiveMessage.Positions message) {
    List<LiveVehicle> told = new ArrayList<>();
    for (LiveVehicle v : message.positions()) {
      boolean was = inside.contains(v.plate());
      if (contains(v.lon(), v.lat())) {
        inside.add(v.plate());
        told.add(v);
      } else if (was) {
        inside.remove(v.plate());
        told.add(v);
      }
    }
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(new LiveMessage.Positions(message.sequence(), message.time(), told));
  }

  private boolean contains(double lon, double lat) {
    return lon >= west && lon <= east && lat >= south && lat <= north;
  }
}
