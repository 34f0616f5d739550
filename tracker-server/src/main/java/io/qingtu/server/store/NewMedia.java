package io.qingtu.server.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a piece of media before it is filed; its bytes come beside it.
 *
 * @param phone of the terminal that sent it, without leading zeros
 * @param mediaId as the terminal numbers it; empty where it does not
 * @param format ending of a file name, as {@code jpg}
 * @param event what the terminal took it for, as {@code TIMED}; empty where it does not say
 * @param channel camera; 0 where it does not say
 * @param takenAt by the terminal's clock; empty where it does not say
 * @param lon degrees; NaN where it does not say
 * @param lat as lon
 * @param fileName as the terminal calls it; empty where it does not
 * @param commandId the command that asked for it
 * @param safetyAlarmId the active-safety alarm that it is evidence of
 */
public record NewMedia(
    int vehicleId,
    String phone,
    Optional<Long> mediaId,
    MediaKind kind,
    String format,
    String event,
    int channel,
    Optional<Instant> takenAt,
    Instant receivedAt,
    double lon,
    double lat,
    MediaSource source,
    String fileName,
    Optional<Long> commandId,
    Optional<Long> safetyAlarmId) {}
