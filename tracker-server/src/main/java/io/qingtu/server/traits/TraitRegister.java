package io.qingtu.server.traits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.profile.TerminalIdentity;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.server.store.OddCount;
import io.qingtu.server.store.RegisteredTerminal;
import io.qingtu.server.store.TraitRow;
import io.qingtu.server.store.TraitStore;
import io.qingtu.server.traits.ProfileChoice.By;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * What is known of every terminal of the register that has ever connected. It is read at the start,
 * so that a terminal which does not register again keeps its profile, and filed by {@link #flush}.
 */
public final class TraitRegister {
  /** Different odd things of all terminals together that wait to be filed; some 15 MB. */
  static final int MOST_WAITING = 20_000;

  /** {@link #flushTurn} files every terminal within so many times. */
  private static final int TURNS = 20;

  private final Profiles profiles;
  private final TraitStore store;
  private final Counter unknownProfile;
  private final AtomicInteger budget = new AtomicInteger(MOST_WAITING);
  private final ConcurrentMap<String, TerminalTraits> byPhone = new ConcurrentHashMap<>();
  private int turn;

  public TraitRegister(Profiles profiles, TraitStore store, MeterRegistry meters) {
    this.profiles = profiles;
    this.store = store;
    this.unknownProfile = meters.counter("profile.unknown");
    for (TraitRow row : store.begin()) {
      byPhone.put(row.phone(), new TerminalTraits(row, budget));
    }
  }

  /** What is known of a terminal of the register; nothing yet, perhaps. */
  public TerminalTraits of(RegisteredTerminal terminal) {
    TerminalTraits known = byPhone.get(terminal.phone());
    return known != null
        ? known
        : byPhone.computeIfAbsent(terminal.phone(), phone -> new TerminalTraits(phone, budget));
  }

  /**
   * The profile of a terminal: the one that the register names, unless that is the standard's; else
   * the one that fits best what the terminal says of itself; else the standard's.
   */
  public ProfileChoice choose(RegisteredTerminal terminal) {
    TerminalTraits traits = of(terminal);
    ProfileChoice known = traits.choice(terminal.profile());
    if (known != null) {
      return known;
    }
    TerminalIdentity identity = traits.identity();
    return traits.choose(terminal.profile(), identity, choose(terminal.profile(), identity));
  }

  /** The profile that {@link #choose} finds. */
  public TerminalProfile profile(RegisteredTerminal terminal) {
    return choose(terminal).profile();
  }

  private ProfileChoice choose(String registered, TerminalIdentity identity) {
    if (!registered.isEmpty() && !registered.equals(Profiles.STANDARD)) {
      Optional<TerminalProfile> named = profiles.find(registered);
      if (named.isPresent()) {
        return new ProfileChoice(named.get(), By.REGISTER);
      }
      unknownProfile.increment();
    }
    return profiles
        .match(identity)
        .map(profile -> new ProfileChoice(profile, By.MATCH))
        .orElseGet(() -> new ProfileChoice(profiles.standard(), By.STANDARD));
  }

  /**
   * Files what has changed. Blocks on the database; what could not be filed is kept for the next
   * time.
   */
  public void flush() {
    flush(phone -> true);
  }

  /**
   * As {@link #flush()}, but of the terminals that were only heard once more it files a few, each
   * time others: with every heartbeat of a large fleet the database would do little else.
   */
  public void flushTurn() {
    int now = turn = (turn + 1) % TURNS;
    flush(phone -> Math.floorMod(phone.hashCode(), TURNS) == now);
  }

  private synchronized void flush(Predicate<String> whole) {
    List<TerminalTraits> changed = new ArrayList<>();
    List<TraitRow> rows = new ArrayList<>();
    List<OddCount> counts = new ArrayList<>();
    byPhone.forEach(
        (phone, traits) -> {
          if (traits.takeChange(whole.test(phone))) {
            changed.add(traits);
            rows.add(traits.row());
            counts.addAll(traits.drain());
          }
        });
    if (rows.isEmpty()) {
      return;
    }
    try {
      store.save(rows, counts);
    } catch (RuntimeException e) {
      changed.forEach(TerminalTraits::putBack);
      counts.forEach(count -> byPhone.get(count.phone()).putBack(count));
      throw e;
    }
  }
}
