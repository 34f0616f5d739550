package io.qingtu.web.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.server.store.AlertRevision;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.DossierQueries.RawFix;
import io.qingtu.server.store.DossierQueries.ReviewLine;
import io.qingtu.server.store.MediaKind;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.MediaSource;
import io.qingtu.server.store.NoticeRow;
import io.qingtu.server.store.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A load tipped beside a road, half an hour of track, one decision. */
final class SampleDossier {
  static final Instant START = Instant.parse("2026-11-17T15:20:00Z");
  static final String PLATE = "鲁G10001";

  private static final String PLACE =
      "{\"type\":\"Feature\",\"id\":\"P1\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
          + "[[[119.1,36.7],[119.104,36.7],[119.104,36.703],[119.1,36.703],[119.1,36.7]]]},"
          + "\"properties\":{\"id\":\"P1\",\"name\":\"一号工地\",\"kind\":\"SITE\"}}";
  private static final String ROAD =
      "{\"type\":\"Feature\",\"id\":\"S1\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
          + "[[119.09,36.699],[119.15,36.699]]},\"properties\":{\"id\":\"S1\",\"road\":\"东风街\"}}";
  private static final String ROUTE =
      "{\"type\":\"Feature\",\"id\":\"R1\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":"
          + "[[119.102,36.7],[119.102,36.699],[119.13,36.699]]},\"properties\":{\"id\":\"R1\"}}";

  private SampleDossier() {}

  static Dossier of(List<MediaRow> media) {
    return new Dossier(
        "测试市",
        true,
        alert(),
        List.of(
            new AlertRevision(
                1,
                START,
                AlertRevision.Kind.NEW,
                AlertStatus.OPEN,
                3,
                null,
                "",
                List.of(),
                List.of())),
        Optional.of("{\"lift_hold\":10.0}"),
        track(),
        List.of(new RawFix(START, START.plusMillis(350), Bytes.ofHex("0104000000ff"))),
        new Dossier.Plan(
            NullNode.getInstance(), parsed(PLACE), parsed(ROUTE), parsed(ROAD), parsed(ROAD)),
        media,
        new Dossier.Handling(
            List.of(
                new ReviewLine(
                    1,
                    Review.Decision.CONFIRMED,
                    "",
                    "现场已核实 <b>",
                    "jian",
                    "监管员",
                    START.plusSeconds(900))),
            List.of(new Dossier.Question(notice(), List.of())),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  private static NoticeRow notice() {
    return new NoticeRow(
        3,
        17,
        "M01",
        PLATE,
        1,
        "甲公司",
        START,
        119.12,
        36.6995,
        1,
        "监管员",
        START.plusSeconds(300),
        "请说明举升原因",
        START.plusSeconds(6000),
        START.plusSeconds(7200),
        "车厢卡滞，已送修",
        "甲公司调度",
        START.plusSeconds(1800));
  }

  static MediaRow picture(String sha256) {
    return new MediaRow(
        5,
        PLATE,
        1L,
        MediaKind.IMAGE,
        "png",
        "TIMED",
        1,
        START,
        START,
        START,
        119.12,
        36.699,
        MediaSource.TERMINAL,
        100,
        sha256,
        "",
        null,
        null);
  }

  private static List<JsonNode> parsed(String feature) {
    return Surroundings.parsed(List.of(feature));
  }

  private static AlertRow alert() {
    return new AlertRow(
        17,
        "M01",
        PLATE,
        "甲公司",
        1,
        "MUCK_TRUCK",
        START,
        START.plusSeconds(40),
        START.plusSeconds(120),
        119.12,
        36.6995,
        Grade.A,
        4,
        AlertStatus.ENDED,
        "",
        "P1",
        "一号工地",
        "",
        "T1",
        List.of("S1"),
        "东风街",
        12,
        0,
        "t",
        "1.0+abc",
        1,
        AlertRevision.Kind.NEW,
        false,
        List.of(
            new Condition("lift up ≥ lift_hold", "42 s", true),
            new Condition("place", "ELSEWHERE at 2026-11-17T15:20:00Z", true)),
        null);
  }

  /** Every ten seconds along the road; silent for five minutes after the load is gone. */
  private static List<Position> track() {
    List<Position> track = new ArrayList<>();
    for (int s = -600; s <= 720; s += 10) {
      if (s > 180 && s < 480) {
        continue;
      }
      boolean tips = s >= 0 && s <= 60;
      double way = s < 0 ? 0.00003 * (s + 600) : 0.018;
      Instant t = START.plusSeconds(s);
      track.add(
          new Position(
              PLATE,
              t,
              t.plusMillis(350),
              119.102 + way,
              36.699,
              true,
              s < 0 ? 36 : 0,
              Double.NaN,
              90,
              20,
              true,
              12,
              1234.5,
              0,
              3,
              new Sensors(
                  tips ? Cover.OPEN : Cover.CLOSED,
                  tips ? Lift.UP : Lift.DOWN,
                  s < 30 ? Load.LOADED : Load.EMPTY,
                  s < 30 ? 15.8 : 0.9,
                  Switch.UNKNOWN,
                  Switch.UNKNOWN),
              false));
    }
    return track;
  }
}
