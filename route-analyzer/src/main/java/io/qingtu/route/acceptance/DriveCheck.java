package io.qingtu.route.acceptance;

import io.qingtu.route.casework.Scene;
import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;

/**
 * 路试: a drive of {@link #DRIVE} that is one track: valid fixes no further apart than {@link #STEP},
 * and a way of {@link #WAY_METRES}, so that a parked terminal that reports passes nothing. What was
 * sent later is part of the track.
 */
final class DriveCheck implements Check {
  static final Duration DRIVE = Duration.ofMinutes(10);
  static final Duration STEP = Duration.ofSeconds(60);

  /** Six km/h on average: stops at lights are part of a drive. */
  static final double WAY_METRES = 1000;

  /** Less is the scatter of a terminal that stands. */
  private static final double STANDING_KMH = 3;

  private final Wanted wanted = new Wanted(CheckPoint.DRIVE, "DRIVE");
  private Position last;
  private Instant began;
  private double metres;
  private Duration longest = Duration.ZERO;

  @Override
  public void accept(Position fix) {
    if (!fix.fixValid()) {
      return;
    }
    if (last != null && Duration.between(last.fixTime(), fix.fixTime()).compareTo(STEP) > 0) {
      began = null;
    }
    boolean moving = fix.speedKmh() >= STANDING_KMH;
    if (began == null && moving) {
      began = fix.fixTime();
      metres = 0;
    } else if (began != null && moving) {
      metres += place(last).metresTo(place(fix));
      note(fix.fixTime());
    }
    last = fix;
  }

  private void note(Instant now) {
    Duration drive = Duration.between(began, now);
    if (drive.compareTo(longest) > 0) {
      longest = drive;
    }
    if (drive.compareTo(DRIVE) >= 0 && metres >= WAY_METRES) {
      wanted.see("DRIVE", now);
    }
  }

  private static Scene place(Position p) {
    return new Scene(p.longitude(), p.latitude());
  }

  @Override
  public CheckResult result() {
    return wanted.result(longest.toSeconds());
  }
}
