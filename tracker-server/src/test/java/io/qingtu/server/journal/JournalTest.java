package io.qingtu.server.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final int HEAD = 8;

  @TempDir private Path folder;

  private Journal open() throws IOException {
    return new Journal(new Journal.Config(folder, 1 << 30));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> drain(Journal journal) throws IOException {
    List<String> all = new ArrayList<>();
    while (!journal.isEmpty()) {
      for (byte[] e : journal.first(20)) {
        all.add(new String(e, StandardCharsets.UTF_8));
        journal.removeFirst();
      }
    }
    return all;
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(p -> p.toString().endsWith(suffix)).sorted().toList();
    }
  }

  /** Leaves a journal with these entries behind, as a process that was killed does. */
  private Path leave(String... entries) throws IOException {
    try (Journal journal = open()) {
      for (String e : entries) {
        journal.append(bytes(e));
      }
    }
    return files(".journal").get(0);
  }

  @Test
  void givesEntriesBackInTheirOrderAlsoToTheNextProcess() throws IOException {
    leave("one", "", "three");
    try (Journal journal = open()) {
      assertEquals(3, journal.entries());
      assertArrayEquals(bytes("one"), journal.first(1).get(0));
      assertEquals(1, journal.first(11).size());
      assertEquals(2, journal.first(12).size());
      journal.append(bytes("four"));
      assertEquals(List.of("one", "", "three", "four"), drain(journal));
      assertTrue(journal.isEmpty());
      assertEquals(0, journal.bytes());
    }
    assertEquals(List.of(), files(".journal"), "an empty journal needs no file");
  }

  @Test
  void whatWasTakenOffOfAFileWithMoreComesAgainAfterACrash() throws IOException {
    leave("one", "two");
    try (Journal journal = open()) {
      journal.removeFirst();
    }
    try (Journal journal = open()) {
      assertEquals(List.of("one", "two"), drain(journal), "twice is better than never");
    }
  }

  @Test
  void beginsANewFileWhenOneIsFullAndRemovesTheOldOne() throws IOException {
    byte[] large = new byte[9 << 20];
    try (Journal journal = open()) {
      for (int i = 0; i < 4; i++) {
        journal.append(large);
      }
      assertEquals(2, files(".journal").size());
      journal.removeFirst();
      journal.removeFirst();
      assertEquals(1, files(".journal").size());
      assertEquals(2, journal.entries());
    }
    try (Journal journal = open()) {
      assertEquals(2, journal.entries());
      journal.append(bytes("last"));
      journal.removeFirst();
      journal.removeFirst();
      assertEquals(List.of("last"), drain(journal));
    }
  }

  @Test
  void anEntryThatACrashCutOffGoesWhereverItWasCut() throws IOException {
    Path file = leave("one", "a second entry");
    byte[] whole = Files.readAllBytes(file);
    int first = HEAD + 3;
    for (int length = first; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (Journal journal = open()) {
        assertEquals(1, journal.entries(), "cut to " + length);
        assertEquals(first, Files.size(file));
      }
    }
    assertEquals(List.of(), files(".damaged"));
    try (Journal journal = open()) {
      journal.append(bytes("next"));
      assertEquals(List.of("one", "next"), drain(journal));
    }
  }

  @Test
  void aLastEntryOfWhichOnlyTheLengthReachedTheDiskGoes() throws IOException {
    Path file = leave("one", "two");
    byte[] whole = Files.readAllBytes(file);
    Arrays.fill(whole, whole.length - 3, whole.length, (byte) 0);
    Files.write(file, whole);
    try (Journal journal = open()) {
      assertEquals(List.of("one"), drain(journal));
    }
    assertEquals(List.of(), files(".damaged"));
  }

  @Test
  void whatIsDamagedInTheMiddleIsSetAsideAndNotThrownAway() throws IOException {
    Path file = leave("one", "two", "three");
    byte[] whole = Files.readAllBytes(file);
    whole[HEAD + 3 + HEAD] ^= 1;
    Files.write(file, whole);
    try (Journal journal = open()) {
      assertEquals(List.of("one", "three"), drain(journal), "the entry behind it is good");
    }
    List<Path> aside = files(".damaged");
    assertEquals(1, aside.size());
    assertArrayEquals(
        Arrays.copyOfRange(whole, HEAD + 3, whole.length), Files.readAllBytes(aside.get(0)));
  }

  @Test
  void aLengthThatCannotBeIsDamage() throws IOException {
    Path file = leave("one", "two", "three");
    byte[] whole = Files.readAllBytes(file);
    whole[HEAD + 3] = (byte) 0x80;
    Files.write(file, whole);
    try (Journal journal = open()) {
      assertEquals(1, journal.entries());
    }
  }

  @Test
  void growsToItsBoundAndNotBeyond() throws IOException {
    byte[] entry = new byte[92];
    try (Journal journal = new Journal(new Journal.Config(folder, 300))) {
      journal.append(entry);
      journal.append(entry);
      journal.append(entry);
      assertThrows(JournalFullException.class, () -> journal.append(new byte[0]));
      assertEquals(3, journal.entries());
      journal.removeFirst();
      journal.append(entry);
      assertEquals(300, journal.bytes());
    }
  }

  @Test
  void belongsToOneProcessAtATime() throws IOException {
    try (Journal journal = open()) {
      IOException refused = assertThrows(IOException.class, this::open);
      assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
      assertEquals(List.of(), journal.first(1));
    }
    open().close();
  }
}
