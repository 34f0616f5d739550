package io.qingtu.server.store;

import io.qingtu.protocol.field.Bytes;
import java.time.Instant;

/**
 * An alarm of active safety as a terminal raised it.
 *
 * @param phone of the terminal, without leading zeros
 * @param kind id of the additional item
 * @param type of the kind; of tyres bits
 * @param level 1 or 2; 0 where the kind has none
 * @param phase 0 an event, 1 start, 2 end
 * @param number as the terminal counts
 * @param alarmId 16 or 40 bytes
 * @param key names the alarm among those of its vehicle and kind
 * @param attachments files that the terminal has for it
 */
public record NewSafetyAlarm(
    int vehicleId,
    String phone,
    int kind,
    int type,
    int level,
    int phase,
    long number,
    Instant time,
    Instant received,
    int speedKmh,
    double lon,
    double lat,
    Bytes alarmId,
    String key,
    int attachments) {}
