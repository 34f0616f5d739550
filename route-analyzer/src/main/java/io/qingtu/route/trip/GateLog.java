package io.qingtu.route.trip;

import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When one vehicle was near places that have cameras. */
public final class GateLog {
  private static final class Open {
    private final Instant from;
    private Instant to;

    Open(Instant from) {
      this.from = from;
      this.to = from;
    }
  }

  private final PlaceIndex places;
  private final Set<String> watched;
  private final double reach;
  private final long gapMillis;
  private final Map<String, Open> open = new HashMap<>();
  private final List<NearGate> passed = new ArrayList<>();

  /**
   * @param watched ids of the places that have cameras
   */
  public GateLog(PlaceIndex places, Set<String> watched, Parameters p) {
    this.places = places;
    this.watched = watched;
    this.reach = Math.min(p.get(Parameter.CAMERA_NEAR_M), PlaceIndex.REACH);
    this.gapMillis = p.millis(Parameter.GAP_S);
  }

  /** Takes the next fix. */
  public void accept(CleanFix fix) {
    if (watched.isEmpty()) {
      return;
    }
    List<Fenced> near = places.near(fix.x(), fix.y());
    for (int i = 0; i < near.size(); i++) {
      Fenced f = near.get(i);
      String id = f.place().id();
      if (watched.contains(id) && f.polygon().isWithin(fix.x(), fix.y(), reach)) {
        extend(id, fix.time());
      }
    }
  }

  private void extend(String placeId, Instant now) {
    Open pass = open.get(placeId);
    if (pass == null || now.toEpochMilli() - pass.to.toEpochMilli() > gapMillis) {
      if (pass != null) {
        passed.add(new NearGate(placeId, pass.from, pass.to));
      }
      open.put(placeId, new Open(now));
    } else {
      pass.to = now;
    }
  }

  /** All times so far, in no particular order; the last ones may go on. */
  public List<NearGate> passes() {
    List<NearGate> all = new ArrayList<>(passed);
    open.forEach((id, pass) -> all.add(new NearGate(id, pass.from, pass.to)));
    return all;
  }
}
