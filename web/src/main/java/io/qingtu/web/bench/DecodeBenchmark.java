package io.qingtu.web.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One stream of location reports, decoded by the codec and by the floor. Counts the worker thread's
 * own CPU time and memory, which a busy machine disturbs less than the clock.
 */
@State(Scope.Thread)
public class DecodeBenchmark {
  static final int PACKETS = 100_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Totals of an iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Cost {
    public long packets;
    public long cpuNanos;
    public long allocatedBytes;

    private void begin() {
      allocatedBytes -= THREADS.getCurrentThreadAllocatedBytes();
      cpuNanos -= THREADS.getCurrentThreadCpuTime();
    }

    private void end() {
      cpuNanos += THREADS.getCurrentThreadCpuTime();
      allocatedBytes += THREADS.getCurrentThreadAllocatedBytes();
      packets += PACKETS;
    }
  }

  private LocationColumns columns;
  private long truth;
  private CodecDecoding codec;
  private FlyweightFloor floor;

  @Setup
  public void prepare() {
    LocationStream stream = LocationStream.of(PACKETS);
    truth = stream.truth().checksum();
    columns = new LocationColumns(PACKETS);
    codec = new CodecDecoding(stream);
    floor = new FlyweightFloor(stream);
  }

  /**
   * Every field of every packet must have been found.
   *
   * @throws IllegalStateException if it was not; the run fails
   */
  @TearDown(Level.Iteration)
  public void compare() {
    if (columns.rows != PACKETS || columns.checksum() != truth) {
      throw new IllegalStateException("the fields that were decoded are not those of the stream");
    }
  }

  @TearDown
  public void release() {
    codec.close();
  }

  @Benchmark
  public void codec(Cost cost) {
    cost.begin();
    columns.rows = 0;
    codec.fill(columns);
    cost.end();
  }

  @Benchmark
  public void floor(Cost cost) {
    cost.begin();
    columns.rows = 0;
    floor.fill(columns);
    cost.end();
  }
}
