package io.qingtu.route.camera;

import io.qingtu.route.plan.GateEvent;
import java.time.Instant;

/**
 * A capture of a gate camera and what the tracks make of it (B3).
 *
 * @param time by the vehicles' clocks: the camera's own less its offset
 * @param plate of the vehicle that it shows; the plate as it was read where it is UNREGISTERED or
 *     UNREADABLE
 * @param score of the match, 0–1
 */
public record Capture(GateEvent event, Instant time, Outcome outcome, String plate, double score) {
  /** What became of it. */
  public enum Outcome {
    /** The track of a vehicle was there. */
    MATCHED,
    /** A registered vehicle, and no track of it. */
    CAMERA_ONLY,
    /** No vehicle that is registered: 未备案车辆. */
    UNREGISTERED,
    /** Several vehicles may be meant. */
    AMBIGUOUS,
    /** No plate, or one that the camera itself does not trust. */
    UNREADABLE
  }

  /** Whether the camera read exactly this vehicle's plate. */
  public boolean isExact() {
    return event.plate().equals(plate);
  }
}
