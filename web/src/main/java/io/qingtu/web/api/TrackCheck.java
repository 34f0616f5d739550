package io.qingtu.web.api;

import io.qingtu.route.geo.CityBox;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.DroppedFixes;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.MapQueries;
import io.qingtu.server.store.PlanStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;

/** Tells which fixes of a track no rule used. */
public final class TrackCheck {
  /**
   * A fix that was left out.
   *
   * @param index in the track
   * @param reason the test that it failed, C01–C06
   */
  record Dropped(int index, String reason) {}

  private record Known(long edit, Envelope extent) {}

  private final MapQueries map;
  private final PlanStore plans;
  private final Supplier<Parameters> inForce;
  private volatile Known known = new Known(-1, new Envelope());

  /**
   * @param inForce the parameters that the analysis runs with
   */
  public TrackCheck(MapQueries map, PlanStore plans, Supplier<Parameters> inForce) {
    this.map = map;
    this.plans = plans;
    this.inForce = inForce;
  }

  List<Dropped> of(List<Position> track) {
    Parameters p = inForce.get();
    CityBox city = new CityBox(extent(), p.get(Parameter.BOX_MARGIN_KM));
    DroppedFixes fixes = new DroppedFixes(track, city, p);
    List<Dropped> dropped = new ArrayList<>();
    for (int i = 0; i < track.size(); i++) {
      String reason = fixes.reason(track.get(i));
      if (!reason.isEmpty()) {
        dropped.add(new Dropped(i, reason));
      }
    }
    return dropped;
  }

  /** It is measured over all that the map shows: once for each edit of that. */
  private Envelope extent() {
    long edit = plans.newestEdit();
    if (known.edit != edit) {
      Envelope extent =
          map.bounds().map(b -> new Envelope(b[0], b[2], b[1], b[3])).orElseGet(Envelope::new);
      known = new Known(edit, extent);
    }
    return known.extent;
  }
}
