package io.qingtu.web.api;

import io.qingtu.route.plan.Validity;
import java.time.Instant;

/** How a period that a company has filed of its own stands at a moment. */
enum KeptState {
  COMING,
  RUNNING,
  ENDED,
  /** It was never to begin. */
  WITHDRAWN;

  static KeptState of(Validity period, Instant now) {
    if (period.from().equals(period.to())) {
      return WITHDRAWN;
    }
    return now.isBefore(period.from()) ? COMING : period.contains(now) ? RUNNING : ENDED;
  }
}
