package io.qingtu.server.store;

import java.time.Instant;
import java.util.List;

/**
 * An alarm of active safety on file; see {@link NewSafetyAlarm}.
 *
 * @param endedAt null where no end came under the same alarm id
 * @param askedAt when the terminal was last told to send the files; null: never
 * @param answer what it said to that; null: nothing yet
 * @param completeAt when all files were kept; null: they are not
 * @param media ids of the files that are kept
 */
public record SafetyAlarmRow(
    long id,
    int kind,
    int type,
    int level,
    int phase,
    long number,
    Instant time,
    Instant endedAt,
    Instant receivedAt,
    int speedKmh,
    double lon,
    double lat,
    int attachments,
    Instant askedAt,
    Integer answer,
    Instant completeAt,
    List<Long> media) {
  public SafetyAlarmRow {
    media = List.copyOf(media);
  }
}
