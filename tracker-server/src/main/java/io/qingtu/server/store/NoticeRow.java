package io.qingtu.server.store;

import java.time.Instant;

/**
 * A question about an alert, and what the company said.
 *
 * @param companyId who was asked
 * @param start of the alert
 * @param lon of the alert's place, degrees, WGS-84; NaN where it has none
 * @param askedBy id of who asked
 * @param user name of who asked
 * @param amberAt when four fifths of the time for an answer have passed; null where it was asked
 *     before there was a limit
 * @param dueAt when that time is over; null like it
 * @param answer empty while there is none
 * @param answeredBy empty while nobody has
 * @param answeredAt null while nobody has
 */
public record NoticeRow(
    long id,
    long alertId,
    String rule,
    String plate,
    int companyId,
    String company,
    Instant start,
    double lon,
    double lat,
    int askedBy,
    String user,
    Instant at,
    String note,
    Instant amberAt,
    Instant dueAt,
    String answer,
    String answeredBy,
    Instant answeredAt) {}
