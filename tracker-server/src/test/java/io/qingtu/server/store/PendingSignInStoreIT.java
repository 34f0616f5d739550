package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.server.store.PendingSignInStore.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes of the web on one database, each with a connection pool of its own. */
class PendingSignInStoreIT {
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final Instant LAST = NOW.plus(PendingSignInStore.PATIENCE).minusMillis(1);
  private static final Proof PROOF = new Proof("nonce", "verifier");

  private TestDatabase server;
  private Database first;
  private Database second;
  private PendingSignInStore here;
  private PendingSignInStore there;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    first = new Database(Database.Config.of(server.url()));
    second = new Database(Database.Config.of(server.url()));
    here = new PendingSignInStore(first);
    there = new PendingSignInStore(second);
  }

  @AfterEach
  void close() {
    second.close();
    first.close();
    server.close();
  }

  private static byte[] state(int n) {
    return new byte[] {(byte) n};
  }

  @Test
  void comesBackToAnyProcessAndOnce() {
    here.begin(state(1), PROOF, NOW);
    here.begin(state(2), new Proof("other", "other"), NOW);
    assertEquals(Optional.empty(), there.take(state(3), NOW));
    assertEquals(Optional.of(PROOF), there.take(state(1), NOW));
    assertEquals(Optional.empty(), there.take(state(1), NOW));
    assertEquals(Optional.empty(), here.take(state(1), NOW));
  }

  @Test
  void comesBackInTimeOrNotAtAll() {
    here.begin(state(1), PROOF, NOW);
    here.begin(state(2), PROOF, NOW);
    assertEquals(Optional.of(PROOF), there.take(state(1), LAST));
    assertEquals(Optional.empty(), there.take(state(2), LAST.plusMillis(1)));
    assertEquals(Optional.empty(), there.take(state(2), NOW), "late once is late for good");
  }

  @Test
  void isTakenByOneOfManyWhoComeAtOnce() throws Exception {
    here.begin(state(1), PROOF, NOW);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Optional<Proof>>> asks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        PendingSignInStore process = i % 2 == 0 ? here : there;
        asks.add(() -> process.take(state(1), NOW));
      }
      int taken = 0;
      for (Future<Optional<Proof>> answer : threads.invokeAll(asks)) {
        taken += answer.get().isPresent() ? 1 : 0;
      }
      assertEquals(1, taken);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void keepsNeitherWhatIsLateNorMoreThanCanBeWaitedFor() {
    here.begin(state(1), PROOF, NOW);
    here.begin(state(2), PROOF, LAST);
    there.begin(state(3), PROOF, LAST.plusMillis(1));
    assertEquals(2, server.ask("select count(*) from pending_sign_in"));
    first.update(
        "insert into pending_sign_in select decode(to_hex(n), 'escape'), 'x', 'x', ?::timestamptz"
            + " from generate_series(1000, 10997) n",
        LAST.plusMillis(1));
    assertEquals(10_000, server.ask("select count(*) from pending_sign_in"));
    there.begin(state(4), PROOF, LAST.plusMillis(2));
    assertEquals(10_000, server.ask("select count(*) from pending_sign_in"));
    assertEquals(Optional.empty(), here.take(state(2), LAST), "the oldest one has gone");
    assertTrue(here.take(state(4), LAST).isPresent());
  }
}
