package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;

/** Takes what detectors find. An alert whose {@link Alert#key()} is known replaces the old one. */
public interface AlertSink {
  void raise(Alert alert);
}
