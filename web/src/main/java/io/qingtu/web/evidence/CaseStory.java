package io.qingtu.web.evidence;

import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.DossierQueries.ReviewLine;
import io.qingtu.web.report.KeyCase;
import io.qingtu.web.report.KeyCase.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A dossier told on one page of the weekly report: map, curves, course, pictures. */
public final class CaseStory {
  private static final double WIDTH = 152;

  /** What the page has for the map, the curves, the course and the pictures together, mm. */
  private static final double ROOM = 148;

  private static final double LOWEST_MAP = 46;
  private static final double HIGHEST_MAP = 92;
  private static final double PICTURES = 52;
  private static final double STEP = 6.4;
  private static final int MOST_STEPS = 9;

  private final Dossier dossier;
  private final AlertRow alert;
  private final Instant asOf;

  private CaseStory(Dossier dossier, Instant asOf) {
    this.dossier = dossier;
    this.alert = dossier.alert();
    this.asOf = asOf;
  }

  /**
   * @param key by which the report names the alert
   * @param pictures that belong to it
   * @param asOf what was done later is not told
   */
  public static KeyCase of(
      String key, Dossier dossier, List<KeyCase.Picture> pictures, Instant asOf) {
    CaseStory story = new CaseStory(dossier, asOf);
    List<Step> steps = story.steps();
    double left =
        ROOM
            - SensorCurves.height(dossier)
            - STEP * (steps.size() + 1)
            - (pictures.isEmpty() ? 0 : PICTURES);
    double height = Math.max(LOWEST_MAP, Math.min(HIGHEST_MAP, left));
    return new KeyCase(
        key,
        story.alert.placeName().isEmpty() ? story.alert.road() : story.alert.placeName(),
        EventMap.draw(dossier, WIDTH, height),
        SensorCurves.draw(dossier),
        steps,
        pictures,
        story.stage());
  }

  /** Where the case stood then. */
  private String stage() {
    return dossier
        .handling()
        .caseHistory()
        .filter(h -> !h.row().acceptedAt().isAfter(asOf))
        .map(
            h -> {
              String last =
                  h.steps().stream()
                      .filter(s -> !s.at().isAfter(asOf))
                      .reduce((a, b) -> b)
                      .map(s -> EventWords.move(s.move()))
                      .orElse("受理");
              return "案件" + h.row().id() + "（" + last + "）";
            })
        .orElse("");
  }

  /** The first ones, and the last: the rest is in the file of the case. */
  private List<Step> steps() {
    List<Step> all = new ArrayList<>();
    all.add(new Step(alert.start(), "违规开始", measured()));
    all.add(new Step(alert.decided(), "系统判定", "规则 " + alert.rule() + "，证据" + alert.grade() + "级"));
    if (alert.end() != null && alert.end().isAfter(alert.decided())) {
      all.add(new Step(alert.end(), "违规结束", ""));
    }
    for (ReviewLine r : dossier.handling().reviews()) {
      all.add(new Step(r.at(), "研判：" + EventWords.decision(r.decision()), r.note()));
    }
    dossier.handling().caseHistory().ifPresent(h -> add(h, all));
    List<Step> known =
        all.stream()
            .filter(s -> !s.at().isAfter(asOf))
            .sorted(Comparator.comparing(Step::at))
            .toList();
    if (known.size() <= MOST_STEPS) {
      return known;
    }
    List<Step> shown = new ArrayList<>(known.subList(0, MOST_STEPS - 1));
    shown.add(known.get(known.size() - 1));
    return shown;
  }

  private static void add(Dossier.CaseHistory history, List<Step> all) {
    all.add(new Step(history.row().acceptedAt(), "案件" + history.row().id() + "受理", ""));
    history
        .steps()
        .forEach(
            s -> {
              String to = s.side().isEmpty() ? "" : "（" + s.side() + "）";
              all.add(new Step(s.at(), EventWords.move(s.move()) + to, s.note()));
            });
  }

  private String measured() {
    if (Double.isNaN(alert.measured())) {
      return "";
    }
    String allowed =
        Double.isNaN(alert.allowed())
            ? ""
            : "，允许" + EventWords.number(alert.allowed(), alert.unit());
    return "实测" + EventWords.number(alert.measured(), alert.unit()) + allowed;
  }
}
