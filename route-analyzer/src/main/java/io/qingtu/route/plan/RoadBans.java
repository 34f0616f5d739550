package io.qingtu.route.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bans of each road. */
public final class RoadBans {
  private final Map<String, List<RoadBan>> bySegment = new HashMap<>();

  public RoadBans(Collection<RoadBan> bans, Collection<Segment> segments) {
    List<RoadBan> sorted = new ArrayList<>(bans);
    sorted.sort(Comparator.comparing(RoadBan::id));
    for (Segment s : segments) {
      List<RoadBan> own = sorted.stream().filter(b -> b.concerns(s)).toList();
      if (!own.isEmpty()) {
        bySegment.put(s.id(), own);
      }
    }
  }

  public boolean isEmpty() {
    return bySegment.isEmpty();
  }

  /**
   * The ban in force on a segment for one who works there.
   *
   * @param op what is done; null for one who merely drives slowly
   */
  public Optional<RoadBan> inForce(String segmentId, Operation op, Instant t) {
    for (RoadBan ban : bySegment.getOrDefault(segmentId, List.of())) {
      if ((ban.ops().isEmpty() || op != null && ban.ops().contains(op))
          && ban.validity().contains(t)
          && CleaningPlan.inHours(ban, t).isPresent()) {
        return Optional.of(ban);
      }
    }
    return Optional.empty();
  }
}
