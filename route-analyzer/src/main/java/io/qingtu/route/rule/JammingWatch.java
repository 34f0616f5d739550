package io.qingtu.route.rule;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices what may be jamming of one terminal (D05): satellites fall from many to few at once and
 * stay away. Whether it is jamming only the terminals around it tell. A jamming state of the
 * terminal's own is not in the data, and what a tunnel or a roof takes away is not counted.
 */
final class JammingWatch {
  private final Parameters p;
  private final Shelter shelter;
  private final BlindDrive drive;
  private final List<Blackout> found = new ArrayList<>();
  private Moment seen;
  private Position last;
  private Instant lastMany;
  private int many;
  private Instant from;
  private Blackout open;
  private Instant backSince;

  JammingWatch(RuleSet rules) {
    p = rules.parameters();
    shelter = new Shelter(rules);
    drive = new BlindDrive(p);
  }

  /** All so far, in order of time. */
  List<Blackout> blackouts() {
    List<Blackout> all = new ArrayList<>(found);
    if (open != null) {
      all.add(open);
    }
    return all;
  }

  void seen(Moment m) {
    seen = m;
  }

  void receive(Position packet) {
    int satellites = packet.satellites();
    Instant now = packet.fixTime();
    if (last != null
        && now.toEpochMilli() - last.fixTime().toEpochMilli() > p.millis(Parameter.GAP_S)) {
      close(last.fixTime());
      from = null;
      lastMany = null;
    }
    last = packet;
    if (satellites < 0) {
      return;
    }
    if (satellites <= p.get(Parameter.JAM_FEW)) {
      few(packet);
    } else {
      back(satellites, now);
    }
    if (satellites >= p.get(Parameter.JAM_MANY)) {
      lastMany = now;
      many = satellites;
    }
  }

  private void few(Position packet) {
    Instant now = packet.fixTime();
    backSince = null;
    if (open != null) {
      return;
    }
    if (from == null) {
      boolean atOnce =
          lastMany != null
              && Duration.between(lastMany, now).toMillis() <= p.millis(Parameter.JAM_DROP_S);
      lastMany = null;
      if (atOnce) {
        from = now;
        drive.begin(packet);
      }
      return;
    }
    drive.goOn(packet);
    if (Duration.between(from, now).toMillis() >= p.millis(Parameter.JAM_S)
        && drive.moves()
        && seen != null
        && !shelter.covers(seen, from, now, drive.metres())) {
      open = new Blackout(from, now, null, seen.fix().x(), seen.fix().y(), many, drive.evidence());
    }
  }

  private void back(int satellites, Instant now) {
    from = null;
    if (open == null || satellites < p.get(Parameter.JAM_CLEAR)) {
      backSince = null;
      return;
    }
    backSince = backSince == null ? now : backSince;
    if (Duration.between(backSince, now).toMillis() >= p.millis(Parameter.JAM_CLEAR_S)) {
      close(backSince);
    }
  }

  private void close(Instant at) {
    if (open != null) {
      found.add(open.endedAt(at));
      open = null;
    }
    backSince = null;
  }
}
