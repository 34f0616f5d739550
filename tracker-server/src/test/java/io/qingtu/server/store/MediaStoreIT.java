package io.qingtu.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaStoreIT {
  private static final Instant TAKEN = Instant.parse("2026-03-09T13:00:00Z");
  private static final Instant RECEIVED = TAKEN.plusSeconds(5);
  private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final TestDatabase server = TestDatabase.forClass(getClass());
  private final Database database = new Database(Database.Config.of(server.url()));
  private MediaStore store;
  private MediaQueries queries;

  @BeforeEach
  void open() {
    store = new MediaStore(database, new MediaFolder(new MediaFolder.Config(folder)));
    queries = new MediaQueries(database);
    database.update("insert into company (name) values ('甲'), ('乙')");
    database.update(
        "insert into vehicle (plate, kind, company_id) values ('鲁V1', 'MUCK_TRUCK', 1),"
            + " ('鲁V2', 'MUCK_TRUCK', 2)");
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  private static NewMedia picture(int vehicle, long mediaId, Optional<Instant> taken) {
    return new NewMedia(
        vehicle,
        "13912345678",
        Optional.of(mediaId),
        MediaKind.IMAGE,
        "jpg",
        "TIMED",
        1,
        taken,
        RECEIVED,
        119.1,
        36.7,
        MediaSource.TERMINAL,
        "",
        Optional.empty(),
        Optional.empty());
  }

  private List<MediaRow> all(String plate) {
    return queries.ofVehicle(plate, Instant.MIN, Instant.MAX, Scope.CITY, 100);
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void givesBackByteForByteWhatWasFiled() throws IOException {
    long id = store.file(picture(1, 7, Optional.of(TAKEN)), PICTURE);
    MediaRow row = queries.find(id, Scope.CITY).orElseThrow();
    assertArrayEquals(PICTURE, Files.readAllBytes(store.folder().verified(row.sha256())));
    assertEquals(PICTURE.length, row.size());
    assertEquals("鲁V1", row.plate());
    assertEquals(7, row.mediaId());
    assertEquals(TAKEN, row.time());
    assertEquals(RECEIVED, row.receivedAt());
    assertEquals(119.1, row.lon());
    assertEquals(null, row.commandId());
  }

  @Test
  void theSameSentTwiceIsOneRowAndOneFile() throws IOException {
    long first = store.file(picture(1, 7, Optional.of(TAKEN)), PICTURE);
    assertEquals(first, store.file(picture(1, 7, Optional.of(TAKEN)), PICTURE));
    long undated = store.file(picture(1, 7, Optional.empty()), PICTURE);
    assertEquals(undated, store.file(picture(1, 7, Optional.empty()), PICTURE));
    assertEquals(2, all("鲁V1").size());
    assertEquals(1, files());
  }

  @Test
  void whatDiffersInVehicleNumberTimeOrBytesIsAnotherRow() {
    long first = store.file(picture(1, 7, Optional.of(TAKEN)), PICTURE);
    assertNotEquals(first, store.file(picture(2, 7, Optional.of(TAKEN)), PICTURE));
    assertNotEquals(first, store.file(picture(1, 8, Optional.of(TAKEN)), PICTURE));
    assertNotEquals(first, store.file(picture(1, 7, Optional.of(TAKEN.plusSeconds(1))), PICTURE));
    assertNotEquals(first, store.file(picture(1, 7, Optional.of(TAKEN)), new byte[] {1}));
    assertEquals(4, all("鲁V1").size());
    assertEquals(1, all("鲁V2").size());
  }

  @Test
  void keepsAFileThatCameBitByBit() throws IOException {
    Path part = store.folder().incoming();
    Files.write(part, PICTURE);
    long id = store.file(picture(1, 7, Optional.of(TAKEN)), part);
    assertFalse(Files.exists(part));
    Path file = store.folder().verified(queries.find(id, Scope.CITY).orElseThrow().sha256());
    assertArrayEquals(PICTURE, Files.readAllBytes(file));
  }

  @Test
  void saysWhetherAFileIsMissingOrWasAltered() throws IOException {
    long id = store.file(picture(1, 7, Optional.of(TAKEN)), PICTURE);
    String sha256 = queries.find(id, Scope.CITY).orElseThrow().sha256();
    Path file = store.folder().verified(sha256);
    byte[] altered = PICTURE.clone();
    altered[0]++;
    Files.write(file, altered);
    assertTrue(
        assertThrows(DamagedMediaException.class, () -> store.folder().verified(sha256))
            .getMessage()
            .endsWith("was altered"));
    Files.delete(file);
    assertTrue(
        assertThrows(DamagedMediaException.class, () -> store.folder().verified(sha256))
            .getMessage()
            .endsWith("is missing"));
    store.file(picture(1, 7, Optional.of(TAKEN)), PICTURE);
    assertEquals(file, store.folder().verified(sha256), "sent again, it is whole again");
  }

  @Test
  void doesNotBelieveAClockThatCannotBeRight() {
    Duration ahead = Duration.ofMinutes(10);
    Instant latest = RECEIVED.plus(ahead);
    Instant oldest = RECEIVED.minus(Duration.ofDays(30));
    assertEquals(latest, timeOf(latest));
    assertEquals(RECEIVED, timeOf(latest.plusMillis(1)));
    assertEquals(oldest, timeOf(oldest));
    assertEquals(RECEIVED, timeOf(oldest.minusMillis(1)));
  }

  private Instant timeOf(Instant taken) {
    long id = store.file(picture(1, 7, Optional.of(taken)), PICTURE);
    MediaRow row = queries.find(id, Scope.CITY).orElseThrow();
    assertEquals(taken, row.takenAt());
    return row.time();
  }

  @Test
  void showsACompanyItsOwnVehiclesMediaOnly() {
    long id = store.file(picture(1, 7, Optional.of(TAKEN)), PICTURE);
    assertTrue(queries.find(id, Scope.ofCompany(1)).isPresent());
    assertTrue(queries.find(id, Scope.ofCompany(2)).isEmpty());
    assertEquals(
        List.of(), queries.ofVehicle("鲁V1", Instant.MIN, Instant.MAX, Scope.ofCompany(2), 9));
  }

  @Test
  void listsAPeriodWithTheNewestLastAndDropsTheOldestAboveTheLimit() {
    for (int i = 0; i < 4; i++) {
      store.file(picture(1, i, Optional.of(TAKEN.plusSeconds(i))), PICTURE);
    }
    List<Long> found =
        queries.ofVehicle("鲁V1", TAKEN.plusSeconds(1), TAKEN.plusSeconds(3), Scope.CITY, 9).stream()
            .map(MediaRow::mediaId)
            .toList();
    assertEquals(List.of(1L, 2L), found);
    assertEquals(
        List.of(2L, 3L),
        queries.ofVehicle("鲁V1", TAKEN, TAKEN.plusSeconds(9), Scope.CITY, 2).stream()
            .map(MediaRow::mediaId)
            .toList());
  }

  @Test
  void leavesNoRowWhereTheDiskFails() throws IOException {
    Path vanished = store.folder().incoming();
    NewMedia media = picture(1, 7, Optional.of(TAKEN));
    assertThrows(UncheckedIOException.class, () -> store.file(media, vanished));
    assertEquals(List.of(), all("鲁V1"));
    assertEquals(0, files());
  }
}
