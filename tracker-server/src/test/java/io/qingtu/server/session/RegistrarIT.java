package io.qingtu.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.TerminalRegister;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many terminals that register at once; the test says when the registrar's thread works. */
class RegistrarIT {
  private static final int TERMINALS = 2 * Registrar.MOST_TOGETHER + 1;

  private final Queue<Runnable> thread = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private TestDatabase server;
  private Database database;
  private TerminalRegister register;
  private Registrar registrar;

  @BeforeEach
  void start() {
    server = TestDatabase.forClass(RegistrarIT.class);
    database = new Database(Database.Config.of(server.url()));
    register = new TerminalRegister(database);
    register.enterSimulated(TERMINALS);
    registrar = new Registrar(register, thread::add);
  }

  @AfterEach
  void stop() {
    database.close();
    server.close();
  }

  private static String phone(int i) {
    return Long.toString(TerminalRegister.FIRST_SIMULATED_PHONE + i);
  }

  private Registrar.Applicant applicant(String name, boolean waits) {
    return new Registrar.Applicant() {
      @Override
      public boolean waits() {
        return waits;
      }

      @Override
      public void served() {
        told.add(name);
      }

      @Override
      public void failed(String why) {
        told.add(name + " failed");
      }
    };
  }

  private int work() {
    int turns = 0;
    for (Runnable next = thread.poll(); next != null; next = thread.poll()) {
      next.run();
      turns++;
    }
    return turns;
  }

  @Test
  void servesAllThatWaitInAsFewStatementsAsTheyFitIn() {
    for (int i = 0; i < TERMINALS; i++) {
      registrar.keepCode(phone(i), "CODE" + i, applicant("a", true));
    }
    assertEquals(1, thread.size(), "woken once");
    assertEquals(3, work());
    assertEquals(TERMINALS, told.size());
    assertEquals(Optional.of("CODE7"), register.find(phone(7)).orElseThrow().authCode());
    assertEquals(
        TERMINALS,
        server.ask(
            "select count(*) from terminal where registered_at is not null"
                + " and auth_code = 'CODE' || (phone::bigint - "
                + TerminalRegister.FIRST_SIMULATED_PHONE
                + ")"));
  }

  @Test
  void passesOverThoseWhoHaveGoneAndTellsThoseWhomTheRegisterDoesNotKnow() {
    registrar.keepCode(phone(0), "GONE", applicant("gone", false));
    registrar.keepCode("4711", "CODE", applicant("stranger", true));
    registrar.keepCode(phone(1), "CODE", applicant("known", true));
    work();
    assertEquals(List.of("stranger failed", "known"), told);
    assertEquals(Optional.empty(), register.find(phone(0)).orElseThrow().authCode());
  }

  @Test
  void keepsTheLaterCodeOfATerminalThatAsksTwice() {
    registrar.keepCode(phone(0), "FIRST", applicant("first", true));
    registrar.keepCode(phone(0), "SECOND", applicant("second", true));
    work();
    assertEquals(List.of("first", "second"), told);
    assertEquals(Optional.of("SECOND"), register.find(phone(0)).orElseThrow().authCode());
  }

  @Test
  void looksUpACodeThatWasGivenElsewhere() {
    TerminalRegister elsewhere = new TerminalRegister(database);
    elsewhere.giveCodes(Map.of(phone(3), "THERE"));
    assertEquals(Optional.empty(), register.find(phone(3)).orElseThrow().authCode());
    registrar.lookUp(phone(3), applicant("looked", true));
    work();
    assertEquals(List.of("looked"), told);
    assertEquals(Optional.of("THERE"), register.find(phone(3)).orElseThrow().authCode());
  }

  @Test
  void refreshingBringsCodesAndTerminalsFromElsewhere() {
    TerminalRegister elsewhere = new TerminalRegister(database);
    elsewhere.giveCodes(Map.of(phone(3), "THERE"));
    elsewhere.enterSimulated(TERMINALS + 1);
    assertTrue(register.find(phone(TERMINALS)).isEmpty());
    register.refresh();
    assertEquals(Optional.of("THERE"), register.find(phone(3)).orElseThrow().authCode());
    assertTrue(register.find(phone(TERMINALS)).isPresent());

    elsewhere.giveCodes(Map.of(phone(4), "LATER"));
    database.update("update terminal set enabled = false where phone = ?", phone(5));
    register.refresh();
    assertEquals(Optional.of("LATER"), register.find(phone(4)).orElseThrow().authCode());
    assertTrue(register.find(phone(5)).isEmpty(), "it may not connect any more");

    database.update("update company set name = 'renamed'");
    register.refresh();
    assertEquals("renamed", register.find(phone(0)).orElseThrow().company());
  }
}
