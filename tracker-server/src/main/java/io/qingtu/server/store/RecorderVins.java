package io.qingtu.server.store;

import java.time.Instant;

/** Keeps by which VIN the driving recorders know their vehicles. */
public final class RecorderVins {
  private final Database database;

  public RecorderVins(Database database) {
    this.database = database;
  }

  /**
   * Files an answer; the same again leaves the time at which it was told first. Blocks; when it
   * returns, the row is durable.
   *
   * @param phone of the terminal, without leading zeros
   * @param vin empty where the recorder knows none
   */
  public void file(int vehicleId, String phone, String vin, Instant toldAt) {
    database.update(
        """
        insert into recorder_vin (vehicle_id, phone, vin, told_at) values (?, ?, ?, ?)
        on conflict (vehicle_id) do update
          set phone = excluded.phone, vin = excluded.vin, told_at = excluded.told_at
          where (recorder_vin.phone, recorder_vin.vin) <> (excluded.phone, excluded.vin)\
        """,
        vehicleId,
        phone,
        vin,
        toldAt);
  }
}
