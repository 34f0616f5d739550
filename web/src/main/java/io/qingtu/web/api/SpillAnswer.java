package io.qingtu.web.api;

import io.qingtu.route.forensics.Passage;
import io.qingtu.route.forensics.Suspect;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.SpillQueries;
import io.qingtu.web.report.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a reverse query finds.
 *
 * @param candidates those who passed, the likeliest first
 * @param unobserved those of whom too little was heard
 * @param strangers plates of no register
 */
record SpillAnswer(
    List<Candidate> candidates,
    List<SpillQueries.Unobserved> unobserved,
    List<SpillQueries.Stranger> strangers) {
  /** One that passed. */
  record Candidate(
      String plate,
      String company,
      String kind,
      double score,
      Instant at,
      double metres,
      double speedKmh,
      int headingDegrees,
      List<Suspect.Reason> reasons) {
    static Candidate of(Suspect s, VehicleRow vehicle) {
      Passage x = s.passage();
      return new Candidate(
          s.plate(),
          vehicle.company(),
          vehicle.kind(),
          s.score(),
          x.at(),
          Math.round(x.metres()),
          x.speedKmh(),
          x.headingDegrees(),
          s.reasons());
    }
  }

  static final List<String> COLUMNS = List.of("名次 类别 车牌 企业 可能性 时间 相距米 时速 观测率 地点 成立的理由".split(" "));

  /** The answer as a table: a list of whom to ask, so those not observed are in it, too. */
  List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Candidate c : candidates) {
      rows.add(
          List.of(
              Cell.of(rows.size() + 1),
              Cell.of("经过车辆"),
              Cell.of(c.plate()),
              Cell.of(c.company()),
              Cell.of(c.score(), 2),
              Cell.of(c.at()),
              Cell.of(c.metres(), 0),
              Cell.of(c.speedKmh(), 0),
              Cell.of(""),
              Cell.of(""),
              Cell.of(
                  c.reasons().stream()
                      .filter(Suspect.Reason::held)
                      .map(r -> word(r.kind()))
                      .collect(Collectors.joining("；")))));
    }
    unobserved.forEach(
        u ->
            rows.add(
                List.of(
                    Cell.of(""),
                    Cell.of("未观测"),
                    Cell.of(u.plate()),
                    Cell.of(u.company()),
                    Cell.of(""),
                    Cell.of(u.lastTime()),
                    Cell.of(""),
                    Cell.of(""),
                    Cell.of(u.observed(), 2),
                    Cell.of(""),
                    Cell.of(""))));
    strangers.forEach(
        s ->
            rows.add(
                List.of(
                    Cell.of(""),
                    Cell.of("未备案车牌"),
                    Cell.of(s.plate()),
                    Cell.of(""),
                    Cell.of(""),
                    Cell.of(s.time()),
                    Cell.of(""),
                    Cell.of(""),
                    Cell.of(""),
                    Cell.of(s.placeName()),
                    Cell.of(""))));
    return rows;
  }

  private static String word(Suspect.Kind kind) {
    return switch (kind) {
      case LOADED -> "重车";
      case COVER_NOT_CLOSED -> "厢盖未关或不明";
      case WEIGHT_LOST -> "途中减重";
      case BETWEEN -> "在干净与脏污之间经过";
      case DIRTY_WHEELS -> "出场车轮带泥";
      case CONFIRMED_BEFORE -> "有已确认的未密闭";
    };
  }
}
