package io.qingtu.route.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * A capture of a gate camera (出入口抓拍).
 *
 * @param in true for IN, false for OUT
 * @param confidence of the plate, 0–1
 */
public record GateEvent(
    String cameraId,
    String placeId,
    boolean in,
    Instant time,
    String plate,
    double confidence,
    Optional<Boolean> loaded,
    Optional<Boolean> covered,
    Optional<Boolean> wheelDirty) {}
