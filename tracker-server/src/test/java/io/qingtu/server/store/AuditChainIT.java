package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.fixtures.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditChainIT {
  private static final Instant NOW = Instant.parse("2026-11-16T01:00:00.123456Z");

  private TestDatabase server;
  private Database database;
  private AuditStore store;
  private AuditQueries queries;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
    store = new AuditStore(database);
    queries = new AuditQueries(database);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  @Test
  void holdsForWhatWasAppendedByManyAtOnce() throws Exception {
    assertEquals(new AuditQueries.Verdict(0, "", null), queries.verify());
    ExecutorService people = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 200; i++) {
      int line = i;
      people.execute(() -> append("line " + line));
    }
    people.shutdown();
    people.awaitTermination(1, TimeUnit.MINUTES);
    AuditQueries.Verdict verdict = queries.verify();
    assertEquals(200, verdict.lines());
    assertNull(verdict.brokenAt());
    append("one more");
    assertNotEquals(verdict.root(), queries.verify().root());
  }

  @Test
  void refusesChangesAndRemovals() {
    append("a");
    for (String sql :
        new String[] {"update audit set object = 'b'", "delete from audit", "truncate audit"}) {
      assertThrows(StoreException.class, () -> database.update(sql));
    }
    assertEquals(1, queries.verify().lines());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit set object = 'x' where id = 3",
        "update audit set at = at + interval '1 us' where id = 3",
        "update audit set detail = '{\"n\": 2}' where id = 3",
        "update audit set user_id = null, origin = '' where id = 3",
        "update audit set hash = audit_hash(prev, at, user_id, origin, action, object, detail),"
            + " prev = null where id = 3",
      })
  void findsTheLineThatSomebodyChangedBehindOurBack(String change) {
    for (int i = 0; i < 5; i++) {
      append("line " + i);
    }
    database.update("alter table audit disable trigger audit_stays");
    database.update(change);
    assertEquals(3, queries.verify().brokenAt());
  }

  @Test
  void findsWhereALineIsMissing() {
    for (int i = 0; i < 5; i++) {
      append("line " + i);
    }
    database.update("alter table audit disable trigger audit_stays");
    database.update("delete from audit where id = 3");
    assertEquals(4, queries.verify().brokenAt());
  }

  private void append(String object) {
    store.append(
        NOW, null, "127.0.0.1", AuditAction.REVIEW, object, Map.of("n", 1, "说明", "有 \"引号\""));
  }
}
