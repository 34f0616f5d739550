package io.qingtu.server.store;

import io.qingtu.route.forensics.Passage;
import io.qingtu.route.forensics.SpillQuestion;
import io.qingtu.route.forensics.SpillSearch;
import io.qingtu.route.forensics.Suspect;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reverse query (P08) from the store: who passed near, then, for those who may be asked first,
 * the way before and after, because a scale tells only there what was lost.
 */
public final class SpillFinder {
  /** Half the side of the square that is read, m: two fixes two minutes apart at 60 km/h. */
  private static final double REACH = 2000;

  /** The same of a long time, m: one end of a straight way of 800 m over the place lies within. */
  private static final double REACH_OF_LONG = 400;

  private static final Duration LONG = Duration.ofHours(72);

  /** As many passages are looked at with the way before and after, the likeliest first. */
  private static final int MOST_LOOKED_AT = 300;

  private final SpillQueries queries;
  private final SpillSearch search;
  private final Parameters parameters;

  public SpillFinder(SpillQueries queries, Parameters parameters) {
    this.queries = queries;
    this.search = new SpillSearch(parameters);
    this.parameters = parameters;
  }

  /** Those who passed, the likeliest first. */
  public List<Suspect> find(SpillQuestion question, Scope scope) {
    Instant from = question.clean().minusMillis(parameters.millis(Parameter.SPILL_LEAD_S));
    boolean isLong = Duration.between(question.clean(), question.dirty()).compareTo(LONG) > 0;
    double reach = isLong ? REACH_OF_LONG : REACH;
    Map<String, List<Position>> near =
        queries.near(
            question.longitude(), question.latitude(), reach, from, question.dirty(), scope);
    List<Suspect> passed = suspects(question, search.passages(question, near));
    List<Suspect> first = passed.subList(0, Math.min(MOST_LOOKED_AT, passed.size()));
    List<Suspect> looked =
        new ArrayList<>(suspects(question, search.passages(question, queries.around(first))));
    Set<String> known = new HashSet<>(looked.stream().map(Suspect::plate).toList());
    passed.stream().filter(s -> !known.contains(s.plate())).forEach(looked::add);
    return search.likeliest(looked);
  }

  private List<Suspect> suspects(SpillQuestion question, Map<String, List<Passage>> passages) {
    return search.suspects(question, passages, queries.backgrounds(passages));
  }
}
