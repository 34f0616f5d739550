package io.qingtu.server.store;

import java.time.Instant;

/**
 * A piece of media on file; see {@link NewMedia}.
 *
 * @param mediaId null where the terminal does not number it
 * @param time when it was taken as far as that is believed, else when it was received
 * @param takenAt null where the terminal does not say
 * @param lon NaN where the terminal does not say
 * @param commandId null where no command asked for it
 * @param safetyAlarmId null where it belongs to none
 */
public record MediaRow(
    long id,
    String plate,
    Long mediaId,
    MediaKind kind,
    String format,
    String event,
    int channel,
    Instant time,
    Instant takenAt,
    Instant receivedAt,
    double lon,
    double lat,
    MediaSource source,
    long size,
    String sha256,
    String fileName,
    Long commandId,
    Long safetyAlarmId) {}
