package io.qingtu.server.store;

import io.qingtu.protocol.field.Bytes;
import java.time.Instant;

/**
 * An alarm of active safety whose files are to come.
 *
 * @param id row of the alarm
 * @param phone of the terminal that has them
 * @param platformNumber the secret by which the terminal names the alarm when it sends them
 */
public record WantedEvidence(
    long id,
    int vehicleId,
    String phone,
    Instant time,
    double lon,
    double lat,
    Bytes alarmId,
    String platformNumber,
    boolean complete) {}
