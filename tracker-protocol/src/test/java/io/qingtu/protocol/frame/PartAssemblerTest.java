package io.qingtu.protocol.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.PartAssembler.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartAssemblerTest {
  private static final Instant START = Instant.parse("2026-03-09T00:00:00Z");
  private static final int OVERHEAD = 128;

  private final PartAssembler assembler = new PartAssembler(PartAssembler.Limits.STANDARD);

  /** Part {@code index} of {@code total} of a message that begins with serial number first. */
  private static Frame part(int first, int total, int index, String body) {
    TerminalPhone phone = TerminalPhone.of("1", ProtocolVersion.V2013);
    Header header =
        new Header(
            0x0704,
            ProtocolVersion.V2013,
            0,
            0,
            phone,
            first + index - 1 & 0xffff,
            Optional.of(new Part(total, index)));
    return new Frame(header, Bytes.ofHex(body));
  }

  @Test
  void joinsPartsInTheOrderOfTheirIndex() {
    List<Frame> parts = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      parts.add(part(65530, 9, i, "0" + i));
    }
    Collections.shuffle(parts, new Random(1));
    for (Frame each : parts.subList(0, 8)) {
      assertEquals(Optional.empty(), assembler.add(each, START));
    }
    Frame whole = assembler.add(parts.get(8), START).orElseThrow();
    assertEquals("010203040506070809", whole.body().hex());
    assertEquals(65530, whole.header().serialNumber());
    assertEquals(Optional.empty(), whole.header().part());
    assertEquals(0, assembler.waitingBytes());
  }

  @Test
  void passesAWholeMessageThrough() {
    Frame whole = new Frame(part(1, 1, 1, "00").header().whole(), Bytes.EMPTY);
    assertEquals(Optional.of(whole), assembler.add(whole, START));
  }

  @Test
  void aRepeatedPartChangesNothing() {
    assembler.add(part(5, 2, 1, "01"), START);
    assertEquals(Optional.empty(), assembler.add(part(5, 2, 1, "01"), START));
    assertEquals(1 + OVERHEAD, assembler.waitingBytes());
    assertEquals("0102", assembler.add(part(5, 2, 2, "02"), START).orElseThrow().body().hex());
  }

  @Test
  void doesNotMixOverlappingTransfersOfTheSameKind() {
    assembler.add(part(5, 2, 1, "01"), START);
    assertEquals(Optional.empty(), assembler.add(part(7, 2, 2, "12"), START));
    assertEquals("0102", assembler.add(part(5, 2, 2, "02"), START).orElseThrow().body().hex());
    assertEquals("1112", assembler.add(part(7, 2, 1, "11"), START).orElseThrow().body().hex());
  }

  @Test
  void namesThePartsThatAreMissing() {
    Frame second = part(5, 4, 2, "02");
    assembler.add(second, START);
    assertEquals(List.of(1, 3, 4), assembler.missing(second.header()));
    assertEquals(List.of(), assembler.missing(part(9, 4, 2, "02").header()));
  }

  @Test
  void forgetsATransferThatHasWaitedTooLong() {
    Duration age = PartAssembler.Limits.STANDARD.age();
    assembler.add(part(5, 3, 1, "01"), START);
    assembler.add(part(5, 3, 2, "02"), START.plus(age));
    // exactly as old as allowed: still there
    assertTrue(assembler.add(part(5, 3, 3, "03"), START.plus(age).plus(age)).isPresent());

    assembler.add(part(5, 2, 1, "01"), START);
    Instant tooLate = START.plus(age).plusMillis(1);
    assertEquals(Optional.empty(), assembler.add(part(5, 2, 2, "02"), tooLate));
    assertEquals(List.of(1), assembler.missing(part(5, 2, 2, "").header()));
  }

  @Test
  void pushesOutTheOldestTransferWhenThereAreTooMany() {
    PartAssembler small = new PartAssembler(new PartAssembler.Limits(2, 9999, Duration.ofDays(1)));
    small.add(part(10, 2, 1, "01"), START);
    small.add(part(20, 2, 1, "01"), START);
    small.add(part(10, 2, 1, "01"), START); // seen again: now the younger one
    small.add(part(30, 2, 1, "01"), START);
    assertEquals(List.of(2), small.missing(part(10, 2, 1, "").header()));
    assertEquals(List.of(), small.missing(part(20, 2, 1, "").header()));
    assertEquals(2 * (1 + OVERHEAD), small.waitingBytes());
  }

  @Test
  void holdsNoMoreBytesThanAllowedEvenInOneTransfer() {
    int limit = 2 * (2 + OVERHEAD);
    PartAssembler small = new PartAssembler(new PartAssembler.Limits(9, limit, Duration.ofDays(1)));
    small.add(part(10, 9, 1, "0101"), START);
    small.add(part(10, 9, 2, "0202"), START);
    assertEquals(limit, small.waitingBytes());
    small.add(part(10, 9, 3, "03"), START);
    assertEquals(0, small.waitingBytes());
  }

  private static PartAssembler.Outcome outcome(PartAssembler to, Frame part) {
    return to.add(part, START, (first, later) -> later).outcome();
  }

  @Test
  void keepsWhatIsExactlyAsMuchAsOneTerminalMayHave() {
    int exact = 2 + OVERHEAD;
    PartAssembler fits = new PartAssembler(new PartAssembler.Limits(9, exact, Duration.ofDays(1)));
    assertEquals(Outcome.KEPT, outcome(fits, part(10, 9, 1, "0101")));
    PartAssembler small =
        new PartAssembler(new PartAssembler.Limits(9, exact - 1, Duration.ofDays(1)));
    assertEquals(Outcome.DROPPED, outcome(small, part(10, 9, 1, "0101")));
    assertEquals(0, small.waitingBytes());
  }

  @Test
  void sharesItsMemoryWithOthersToTheLastByte() {
    PartBudget exact = new PartBudget(2 * (2 + OVERHEAD));
    PartAssembler one = assembler(exact);
    PartAssembler other = assembler(exact);
    assertEquals(Outcome.KEPT, outcome(one, part(10, 9, 1, "0101")));
    assertEquals(Outcome.KEPT, outcome(other, part(10, 9, 1, "0101")));
    assertEquals(2 * (2 + OVERHEAD), exact.taken());

    PartBudget less = new PartBudget(2 * (2 + OVERHEAD) - 1);
    one = assembler(less);
    other = assembler(less);
    assertEquals(Outcome.KEPT, outcome(one, part(10, 9, 1, "0101")));
    assertEquals(Outcome.DROPPED, outcome(other, part(10, 9, 1, "0101")));
    assertEquals(2 + OVERHEAD, less.taken(), "the other's stay");
    one.add(part(20, 9, 1, "0202"), START);
    assertEquals(List.of(), one.missing(part(10, 9, 1, "").header()), "its own oldest goes");
    assertEquals(2 + OVERHEAD, less.taken());
  }

  private static PartAssembler assembler(PartBudget budget) {
    return new PartAssembler(PartAssembler.Limits.STANDARD, budget, new Ends());
  }

  /** How transfers ended. */
  private static final class Ends implements PartAssembler.Watch {
    private final List<PartAssembler.End> all = new ArrayList<>();
    private int open;

    @Override
    public void opened() {
      open++;
    }

    @Override
    public void ended(PartAssembler.End end) {
      open--;
      all.add(end);
    }
  }

  @Test
  void aPartWithOtherBytesBeginsAnotherTransfer() {
    Ends ends = new Ends();
    PartBudget budget = new PartBudget(9999);
    PartAssembler parts = new PartAssembler(PartAssembler.Limits.STANDARD, budget, ends);
    parts.add(part(5, 3, 1, "01"), START);
    parts.add(part(5, 3, 2, "02"), START);
    assertEquals(Outcome.KEPT, outcome(parts, part(5, 3, 1, "11")));
    assertEquals(List.of(2, 3), parts.missing(part(5, 3, 1, "").header()));
    parts.add(part(5, 3, 2, "12"), START);
    assertEquals("111213", parts.add(part(5, 3, 3, "13"), START).orElseThrow().body().hex());
    assertEquals(List.of(PartAssembler.End.REPLACED, PartAssembler.End.COMPLETED), ends.all);
    assertEquals(0, ends.open);
    assertEquals(0, budget.taken());
  }

  @Test
  void seesThatATerminalWaitsForTheAnswerToEachPart() {
    assertEquals(Outcome.KEPT, outcome(assembler, part(5, 4, 1, "01")));
    assertEquals(Outcome.KEPT, outcome(assembler, part(5, 4, 2, "02")));
    assertEquals(Outcome.PROMPTED, outcome(assembler, part(5, 4, 2, "02")));
    assertEquals(Outcome.PROMPTED, outcome(assembler, part(5, 4, 3, "03")), "the next one too");
    assertEquals(Outcome.WHOLE, outcome(assembler, part(5, 4, 4, "04")));
  }

  @Test
  void namesAllPartsToBeAnswered() {
    assembler.add(part(65535, 2, 1, "01"), START);
    List<Header> answers =
        assembler.add(part(65535, 2, 2, "02"), START, (first, later) -> later).answers();
    assertEquals(List.of(65535, 0), answers.stream().map(Header::serialNumber).toList());
  }

  @Test
  void asksFiveTimesWithGrowingPausesAndThenNoMore() {
    PartAssembler patient = asking();
    patient.add(part(5, 3, 2, "02"), START);
    int due = 0;
    for (int tries = 1; tries <= 5; tries++) {
      due += 5 * tries;
      assertEquals(List.of(), patient.ask(START.plusSeconds(due).minusNanos(1)));
      assertEquals(Optional.of(START.plusSeconds(due)), patient.nextDue());
      PartAssembler.Request request = patient.ask(START.plusSeconds(due)).get(0);
      assertEquals(List.of(1, 3), request.missing());
      assertEquals(5, request.first().serialNumber());
      assertEquals(tries, request.tries());
      assertEquals(Optional.empty(), request.firstBody());
    }
    assertEquals(List.of(), patient.ask(START.plusSeconds(100)));
    assertEquals(Optional.of(START.plusSeconds(100)), patient.nextDue(), "that is its end");
  }

  @Test
  void asksAnewWhenAPartHasComeAndNotForOneThatCameAgain() {
    PartAssembler patient = asking();
    patient.add(part(5, 3, 2, "02"), START);
    assertEquals(1, patient.ask(START.plusSeconds(5)).get(0).tries());
    patient.add(part(5, 3, 2, "02"), START.plusSeconds(6));
    assertEquals(2, patient.ask(START.plusSeconds(15)).get(0).tries());
    patient.add(part(5, 3, 1, "01"), START.plusSeconds(16));
    assertEquals(List.of(), patient.ask(START.plusSeconds(20)));
    PartAssembler.Request request = patient.ask(START.plusSeconds(21)).get(0);
    assertEquals(1, request.tries());
    assertEquals(List.of(3), request.missing());
    assertEquals("01", request.firstBody().orElseThrow().hex());
  }

  @Test
  void asksForNothingOfAMessageThatWasCompleteUnlessTheTerminalCountsAnew() {
    PartAssembler patient = asking();
    patient.add(part(5, 2, 1, "01"), START);
    patient.add(part(5, 2, 2, "02"), START);
    patient.add(part(5, 2, 2, "02"), START);
    assertEquals(List.of(), patient.ask(START.plusSeconds(60)));
    assertTrue(patient.add(part(5, 2, 1, "01"), START.plusSeconds(60)).isPresent());
    patient.forgetCompleted();
    patient.add(part(5, 2, 2, "02"), START.plusSeconds(60));
    assertEquals(1, patient.ask(START.plusSeconds(65)).size());
  }

  @Test
  void isEmptyWhenAllIsForgotten() {
    Ends ends = new Ends();
    PartAssembler parts =
        new PartAssembler(PartAssembler.Limits.STANDARD, new PartBudget(9999), ends);
    assertTrue(parts.isEmpty());
    parts.add(part(5, 2, 1, "01"), START);
    parts.add(part(7, 1, 1, "01"), START);
    Duration age = PartAssembler.Limits.STANDARD.age();
    parts.expire(START.plus(age));
    assertEquals(List.of(PartAssembler.End.COMPLETED), ends.all);
    parts.expire(START.plus(age).plusNanos(1));
    assertEquals(List.of(PartAssembler.End.COMPLETED, PartAssembler.End.EXPIRED), ends.all);
    assertTrue(parts.isEmpty());
    assertEquals(0, ends.open);
  }

  private static PartAssembler asking() {
    return new PartAssembler(
        new PartAssembler.Limits(9, 9999, Duration.ofSeconds(100), Duration.ofSeconds(5), 5));
  }
}
