package io.qingtu.server.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The authenticated sessions of this process by terminal phone, one each: the newest connection
 * wins. {@link SessionDirectory} tells other processes of them.
 */
public final class SessionRegistry {
  /** In place of a gateway's number. */
  private static final long NO_GATEWAY = -1;

  private final ConcurrentMap<String, TerminalSession> byPhone = new ConcurrentHashMap<>();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private volatile long gateway = NO_GATEWAY;

  /** The session that the phone had before, which its new one replaces. */
  Optional<TerminalSession> bind(String phone, TerminalSession session) {
    TerminalSession before = byPhone.put(phone, session);
    changed.add(phone);
    return Optional.ofNullable(before).filter(b -> b != session);
  }

  /** Ends this session; one that has taken its place stays, and then this returns false. */
  boolean unbind(String phone, TerminalSession session) {
    boolean ended = byPhone.remove(phone, session);
    if (ended) {
      changed.add(phone);
    }
    return ended;
  }

  public Optional<TerminalSession> find(String phone) {
    return Optional.ofNullable(byPhone.get(phone));
  }

  /** Plates of the vehicles whose terminal is connected. */
  public List<String> onlinePlates() {
    return byPhone.values().stream().flatMap(s -> s.plate().stream()).sorted().toList();
  }

  /** Number under which other processes know this one's sessions; below 0 where they do not yet. */
  public long gateway() {
    return gateway;
  }

  /** This process has a number, and none of its sessions is known by it. */
  void begin(long number) {
    gateway = number;
    changed.addAll(byPhone.keySet());
  }

  /** Phones whose session has begun or ended since they were taken last. */
  List<String> takeChanged(int most) {
    List<String> taken = new ArrayList<>();
    for (Iterator<String> all = changed.iterator(); all.hasNext() && taken.size() < most; ) {
      taken.add(all.next());
      all.remove();
    }
    return taken;
  }

  /** What was taken could not be told. */
  void putBack(Collection<String> phones) {
    changed.addAll(phones);
  }
}
