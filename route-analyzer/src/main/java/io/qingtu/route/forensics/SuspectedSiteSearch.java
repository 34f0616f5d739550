package io.qingtu.route.forensics;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.forensics.SuspectedSite.Kind;
import io.qingtu.route.forensics.SuspectedSite.Seen;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.OpenStay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * P01 疑似未登记工地: where loadings outside every site and stays that nothing explains come together, by
 * the density that makes a hot spot of dumps. A stay and the loading that was seen in it count
 * once.
 */
public final class SuspectedSiteSearch {
  private final HotSpotSearch search;

  public SuspectedSiteSearch(Parameters p) {
    search = new HotSpotSearch(p);
  }

  /**
   * The suspected sites of a time, the busiest first.
   *
   * @param loadings alerts of M06f that stand and nobody has rejected, in any order
   * @param stays in any order
   */
  public List<SuspectedSite> find(List<Alert> loadings, List<OpenStay> stays) {
    Map<String, Seen> all = new HashMap<>();
    for (Alert a : loadings) {
      if (!Double.isNaN(a.longitude())) {
        all.put(a.key(), loading(a));
      }
    }
    for (OpenStay s : stays) {
      if (loadings.stream().noneMatch(a -> isDuring(a, s))) {
        all.put(s.plate() + "/" + s.start(), stay(s));
      }
    }
    List<Sighting> sightings = new ArrayList<>();
    all.forEach(
        (id, s) ->
            sightings.add(
                new Sighting(s.kind().name(), id, s.from(), s.longitude(), s.latitude())));
    return search.find(sightings).stream().map(h -> site(h, all)).toList();
  }

  private static boolean isDuring(Alert a, OpenStay s) {
    return a.plate().equals(s.plate())
        && !a.start().isBefore(s.start())
        && !a.start().isAfter(s.end());
  }

  private static Seen loading(Alert a) {
    return new Seen(
        Kind.LOADING,
        a.plate(),
        a.key(),
        a.start(),
        a.end() == null ? a.start() : a.end(),
        a.longitude(),
        a.latitude());
  }

  private static Seen stay(OpenStay s) {
    return new Seen(Kind.STAY, s.plate(), "", s.start(), s.end(), s.longitude(), s.latitude());
  }

  private static SuspectedSite site(HotSpot h, Map<String, Seen> all) {
    return new SuspectedSite(
        h.longitude(),
        h.latitude(),
        h.radius(),
        h.sightings().stream().map(s -> all.get(s.id())).toList());
  }
}
