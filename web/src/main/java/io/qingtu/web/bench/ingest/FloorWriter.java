package io.qingtu.web.bench.ingest;

import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Stores what has come while it stored the last: a commit each. A failure ends the floor. */
final class FloorWriter implements Runnable {
  private static final String COPY =
      "copy positions (time, delay_s, vehicle_id, lon_e6, lat_e6, alarm, status, odometer_hm,"
          + " delay_ms, speed_dkmh, vss_dkmh, direction, altitude_m, satellites, sensors, weight_ckg, flags)"
          + " from stdin (format binary)";

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Connection connection;
  private final List<EventLoop> loops;
  private FloorBatch batch = new FloorBatch();

  FloorWriter(Connection connection, List<EventLoop> loops) {
    this.connection = connection;
    this.loops = loops;
  }

  void add(FloorConnection from, short serial, int vehicle, ByteBuffer report, int at, int end) {
    lock.lock();
    try {
      batch.add(from, serial, vehicle, report, at, end);
      if (batch.count() == 1) {
        filled.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        FloorBatch next = take();
        store(next);
        loops.forEach(loop -> loop.execute(() -> acknowledge(next, loop)));
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException("the floor cannot store", e);
    }
  }

  private FloorBatch take() throws InterruptedException {
    lock.lock();
    try {
      while (batch.count() == 0) {
        filled.await();
      }
      FloorBatch next = batch;
      batch = new FloorBatch();
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void store(FloorBatch rows) throws SQLException {
    CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    int length = rows.finish();
    in.writeToCopy(rows.bytes(), 0, length);
    in.endCopy();
  }

  private static void acknowledge(FloorBatch stored, EventLoop loop) {
    List<FloorConnection> written = new ArrayList<>();
    for (int i = 0; i < stored.count(); i++) {
      FloorConnection connection = stored.waiting(i);
      if (connection.loop() == loop && connection.acknowledge(stored.serial(i))) {
        written.add(connection);
      }
    }
    written.forEach(FloorConnection::flush);
  }
}
