package io.qingtu.server.journal;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal on a disk that is full, breaks or is slow. */
class JournalDiskTest {
  @TempDir private Path folder;
  private final FaultyDisk disk = new FaultyDisk();

  private Journal open() throws IOException {
    return new Journal(new Journal.Config(folder, 1 << 30), disk);
  }

  private static void append(Journal journal, String entry) throws IOException {
    journal.append(entry.getBytes(StandardCharsets.UTF_8));
  }

  private void assertLeft(String... entries) throws IOException {
    try (Journal journal = open()) {
      List<String> found =
          journal.first(1 << 20).stream().map(e -> new String(e, StandardCharsets.UTF_8)).toList();
      assertEquals(List.of(entries), found);
      assertEquals(entries.length, journal.entries());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 15})
  void keepsWhatItHasWhereADiskFillsUpAndTakesMoreWhenThereIsRoom(int room) throws IOException {
    try (Journal journal = open()) {
      append(journal, "first");
      disk.room = room;
      assertThrows(IOException.class, () -> append(journal, "too long"));
      assertEquals(1, journal.entries());
      assertEquals(8 + "first".length(), journal.bytes());
      disk.plenty();
      append(journal, "next");
    }
    assertLeft("first", "next");
  }

  @Test
  void afterACrashNothingIsLeftOfWhatAFullDiskDidNotTake() throws IOException {
    try (Journal journal = open()) {
      append(journal, "first");
      disk.room = 12;
      assertThrows(IOException.class, () -> append(journal, "too long"));
    }
    assertLeft("first");
  }

  @Test
  void anEntryThatCannotBeForcedIsNotThere() throws IOException {
    try (Journal journal = open()) {
      append(journal, "first");
      disk.broken = true;
      assertThrows(IOException.class, () -> append(journal, "second"));
      assertEquals(1, journal.entries());
      disk.broken = false;
      append(journal, "third");
    }
    assertLeft("first", "third");
  }

  @Test
  void takesNothingBeforeASlowDiskHasIt() throws IOException {
    try (Journal journal = open()) {
      append(journal, "first");
      disk.hold();
      CompletableFuture<Void> taken =
          CompletableFuture.runAsync(
              () -> {
                try {
                  append(journal, "second");
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      await("it waits for the disk").until(disk::isAwaited);
      assertFalse(taken.isDone());
      assertEquals(1, journal.entries());
      disk.goOn();
      taken.join();
      assertEquals(2, journal.entries());
    }
    assertLeft("first", "second");
  }
}
