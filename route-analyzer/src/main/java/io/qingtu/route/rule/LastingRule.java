package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import java.time.Instant;

/**
 * A rule whose condition must hold for some time and some way: the alert begins with the first fix
 * at which it held, and ends with the last. A gap ends it.
 */
abstract class LastingRule implements Detector.OfMoments, Detector.OfTime {
  private final AlertSeries series;
  private final Least least;
  private final Spell spell = new Spell();
  private AlertDraft draft;

  /**
   * How long a condition must hold.
   *
   * @param seconds time
   * @param metres way
   * @param pause longest interruption, s
   */
  record Least(double seconds, double metres, double pause) {}

  LastingRule(AlertSeries series, Least least) {
    this.series = series;
    this.least = least;
  }

  /** Whether the condition holds at a fix; the segment it holds on, empty where on none. */
  abstract Held held(Moment m);

  /** Says what was found in the alert. */
  abstract void describe(AlertDraft alert, Spell found);

  /**
   * @param segmentId where; empty where no road is near
   */
  record Held(boolean holds, String segmentId) {
    static final Held NOT = new Held(false, "");
    static final Held SOMEWHERE = new Held(true, "");
  }

  @Override
  public final void accept(Moment m, AlertSink out) {
    if (m.gap() != null) {
      stop(out);
    }
    Held held = held(m);
    if (held.holds) {
      spell.goOn(m.fix(), m.stepMetres(), held.segmentId);
      if (spell.seconds() >= least.seconds && spell.metres() >= least.metres) {
        raise(m, out);
      }
    } else if (spell.pause(m.fix(), least.pause)) {
      stop(out);
    }
  }

  @Override
  public final void finish(Instant periodEnd, AlertSink out) {
    stop(out);
  }

  private void raise(Moment m, AlertSink out) {
    if (draft == null) {
      draft = series.begin(spell.first().time(), m.time(), spell.first(), null);
    }
    draft.grade(Grade.B).segments(spell.segmentIds());
    describe(draft, spell);
    out.raise(draft.build());
  }

  private void stop(AlertSink out) {
    if (draft != null) {
      out.raise(draft.end(spell.last().time()).build());
      draft = null;
    }
    spell.clear();
  }
}
