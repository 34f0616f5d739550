package io.qingtu.server.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.rule.OpenStay;
import io.qingtu.route.rule.RestPlace;
import io.qingtu.route.rule.SuspectedDump;
import java.sql.Connection;
import java.sql.SQLException;

/** Rows of {@code suspect_stay}, {@code rest_place} and {@code open_stay}. */
final class StayRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Half the side of the square that is one spot, m: as far apart as stays that M02 compares. */
  private static final double SPOT = 100;

  private StayRows() {}

  static void replace(Connection connection, VehicleStays found) throws SQLException {
    Database.update(
        connection,
        "update suspect_stay set superseded = true where start_time >= ? and not superseded"
            + " and vehicle_id = (select id from vehicle where plate = ?)"
            + " and start_time <> all(?::timestamptz[])",
        found.from(),
        found.plate(),
        found.suspects().stream().map(s -> s.start().toString()).toArray(String[]::new));
    for (SuspectedDump s : found.suspects()) {
      replace(connection, s);
    }
    for (RestPlace r : found.rests()) {
      replace(connection, r);
    }
    Database.update(
        connection,
        "update open_stay set superseded = true where start_time >= ? and not superseded"
            + " and vehicle_id = (select id from vehicle where plate = ?)"
            + " and start_time <> all(?::timestamptz[])",
        found.from(),
        found.plate(),
        found.open().stream().map(s -> s.start().toString()).toArray(String[]::new));
    for (OpenStay s : found.open()) {
      replace(connection, s);
    }
  }

  private static void replace(Connection connection, OpenStay s) throws SQLException {
    Database.update(
        connection,
        """
        insert into open_stay (vehicle_id, start_time, end_time, lon, lat)
          select id, ?, ?, ?, ? from vehicle where plate = ?
        on conflict (vehicle_id, start_time) do update set end_time = excluded.end_time,
          lon = excluded.lon, lat = excluded.lat, superseded = false""",
        s.start(),
        s.end(),
        s.longitude(),
        s.latitude(),
        s.plate());
  }

  private static void replace(Connection connection, SuspectedDump s) throws SQLException {
    Database.update(
        connection,
        """
        insert into suspect_stay (vehicle_id, start_time, end_time, trip_id, permit_id, lon, lat,
            score, final, features)
          select id, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb from vehicle where plate = ?
        on conflict (vehicle_id, start_time) do update set end_time = excluded.end_time,
          trip_id = excluded.trip_id, permit_id = excluded.permit_id, lon = excluded.lon,
          lat = excluded.lat, score = excluded.score, final = excluded.final,
          features = excluded.features, superseded = false""",
        s.start(),
        s.end(),
        s.tripId(),
        s.permitId(),
        s.longitude(),
        s.latitude(),
        s.score(),
        s.isFinal(),
        JSON.valueToTree(s.features()).toString(),
        s.plate());
  }

  /** A spot that is known goes on: what was seen of it before is part of the new row. */
  private static void replace(Connection connection, RestPlace r) throws SQLException {
    Area spot = Area.around(r.longitude(), r.latitude(), SPOT);
    Database.update(
        connection,
        """
        with known as (
          update rest_place set superseded = true
          where vehicle_id = (select id from vehicle where plate = ?) and not superseded
            and lon between ? and ? and lat between ? and ?
          returning first_time, last_time, stays)
        insert into rest_place (vehicle_id, lon, lat, stays, first_time, last_time)
          select id, ?, ?, greatest(?, (select max(stays) from known)),
            least(?, (select min(first_time) from known)),
            greatest(?, (select max(last_time) from known))
          from vehicle where plate = ?""",
        r.plate(),
        spot.west(),
        spot.east(),
        spot.south(),
        spot.north(),
        r.longitude(),
        r.latitude(),
        r.stays(),
        r.first(),
        r.last(),
        r.plate());
  }
}
