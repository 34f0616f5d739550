package io.qingtu.server.net;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many connections there may be at once: as many as are configured, but no more than the
 * process's open files leave room for, because where those are used up nothing else works either.
 */
final class ConnectionLimit {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimit.class);

  /** Open files for the database, the journal, pictures, and the attachments' connections. */
  static final int RESERVE = 1000;

  private static final double NEAR = 0.9;

  private final int most;
  private final RareWarning warning = new RareWarning(LOG);

  ConnectionLimit(int most) {
    this.most = most;
  }

  /** The limit of this process; says so where it is not the configured one. */
  static ConnectionLimit of(int configured) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      long files = system.getMaxFileDescriptorCount();
      int room = room(files, system.getOpenFileDescriptorCount());
      if (room < configured) {
        LOG.warn(
            "gateway.connections is {}, but the limit of open files (ulimit -n, {}) leaves room for"
                + " {}: raise it, or let several gateways share the port (gateway.reuse-port)",
            configured,
            files,
            room);
        return new ConnectionLimit(room);
      }
    }
    return new ConnectionLimit(configured);
  }

  /** Connections for which there is room; 1 at least, so that who looks into it can connect. */
  static int room(long files, long open) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, files - open - RESERVE));
  }

  int most() {
    return most;
  }

  /**
   * Whether there may be so many connections. Warns where there are nearly too many.
   *
   * @param open with the one that is asked about
   */
  boolean allows(int open) {
    if (open > most) {
      warning.warn("a terminal is refused: {} connections are all that may be", most);
    } else if (open > NEAR * most) {
      warning.warn("{} connections, {} may be", open, most);
    }
    return open <= most;
  }
}
