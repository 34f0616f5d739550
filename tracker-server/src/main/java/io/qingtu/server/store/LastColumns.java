package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Positions as the arrays of a statement's parameters, a column each. */
final class LastColumns {
  private final int[] vehicles;
  private final long[] times;
  private final long[] received;
  private final int[] longitudes;
  private final int[] latitudes;
  private final short[] speeds;
  private final short[] directions;
  private final int[] alarms;
  private final int[] states;
  private final short[] sensors;
  private final short[] weights;
  private final short[] flags;
  private int size;

  LastColumns(int size) {
    vehicles = new int[size];
    times = new long[size];
    received = new long[size];
    longitudes = new int[size];
    latitudes = new int[size];
    speeds = new short[size];
    directions = new short[size];
    alarms = new int[size];
    states = new int[size];
    sensors = new short[size];
    weights = new short[size];
    flags = new short[size];
  }

  void add(int vehicleId, Position p) {
    int i = size++;
    vehicles[i] = vehicleId;
    times[i] = PositionColumns.unixMicros(p.fixTime());
    received[i] = PositionColumns.unixMicros(p.receivedTime());
    longitudes[i] = PositionColumns.e6(p.longitude());
    latitudes[i] = PositionColumns.e6(p.latitude());
    speeds[i] = PositionColumns.tenths(p.speedKmh());
    directions[i] = (short) p.directionDegrees();
    alarms[i] = (int) p.alarmBits();
    states[i] = (int) p.statusBits();
    sensors[i] = SensorBits.pack(p.sensors());
    weights[i] = PositionColumns.hundredths(p.sensors().weightT());
    flags[i] = (short) PositionColumns.flags(p);
  }

  /** Sets the first twelve parameters, in the order of the table's columns. */
  void bind(PreparedStatement statement) throws SQLException {
    PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
    int parameter = 0;
    statement.setArray(++parameter, connection.createArrayOf("int4", vehicles));
    statement.setArray(++parameter, connection.createArrayOf("int8", times));
    statement.setArray(++parameter, connection.createArrayOf("int8", received));
    statement.setArray(++parameter, connection.createArrayOf("int4", longitudes));
    statement.setArray(++parameter, connection.createArrayOf("int4", latitudes));
    statement.setArray(++parameter, connection.createArrayOf("int2", speeds));
    statement.setArray(++parameter, connection.createArrayOf("int2", directions));
    statement.setArray(++parameter, connection.createArrayOf("int4", alarms));
    statement.setArray(++parameter, connection.createArrayOf("int4", states));
    statement.setArray(++parameter, connection.createArrayOf("int2", sensors));
    statement.setArray(++parameter, connection.createArrayOf("int2", weights));
    statement.setArray(++parameter, connection.createArrayOf("int2", flags));
  }
}
