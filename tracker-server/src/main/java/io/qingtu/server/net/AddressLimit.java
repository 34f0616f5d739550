package io.qingtu.server.net;

import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Open connections by the address that they come from. Any thread. */
final class AddressLimit {
  private final int most;
  private final ConcurrentMap<InetAddress, Integer> open = new ConcurrentHashMap<>();

  AddressLimit(int most) {
    this.most = most;
  }

  /** Counts one more; false, and nothing counted, where the address has as many as it may. */
  boolean enter(InetAddress address) {
    if (open.merge(address, 1, Integer::sum) <= most) {
      return true;
    }
    leave(address);
    return false;
  }

  /** Counts one less. */
  void leave(InetAddress address) {
    open.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
  }
}
