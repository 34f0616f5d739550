package io.qingtu.server.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The authenticated sessions by terminal phone, one each: the newest connection wins. */
public final class SessionRegistry {
  private final ConcurrentMap<String, TerminalSession> byPhone = new ConcurrentHashMap<>();

  /** The session that the phone had before, which its new one replaces. */
  Optional<TerminalSession> bind(String phone, TerminalSession session) {
    TerminalSession before = byPhone.put(phone, session);
    return Optional.ofNullable(before).filter(b -> b != session);
  }

  /** Ends this session; one that has taken its place stays, and then this returns false. */
  boolean unbind(String phone, TerminalSession session) {
    return byPhone.remove(phone, session);
  }

  public Optional<TerminalSession> find(String phone) {
    return Optional.ofNullable(byPhone.get(phone));
  }

  /** Plates of the vehicles whose terminal is connected. */
  public List<String> onlinePlates() {
    return byPhone.values().stream().flatMap(s -> s.plate().stream()).sorted().toList();
  }
}
