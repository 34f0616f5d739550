package io.qingtu.server.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.server.KillableServer;
import io.qingtu.server.PhotoTerminal;
import io.qingtu.server.PhotoTerminal.Photo;
import io.qingtu.server.TerminalSocket;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A server process is killed between the last part of a photo and its acknowledgement. */
class KilledArchiveIT {
  private static final int PHOTOS = 30;
  private static final String PHONE = "100000000001";
  private static final String PLATE = "模拟00001";

  private static KillableServer start(TestDatabase database, Path folder) throws IOException {
    KillableServer server = new KillableServer(database.url(), folder, Map.of());
    server.start();
    return server;
  }

  private static PhotoTerminal connect(KillableServer server) {
    TerminalSocket socket = new TerminalSocket(server.port(), PHONE);
    socket.signIn(PLATE);
    return new PhotoTerminal(socket, 0, 1);
  }

  @Test
  void everyPhotoThatWasAcknowledgedIsThere() throws Exception {
    Path folder = TestFolder.make("killed");
    Random random = new Random(5);
    List<Photo> photos = new ArrayList<>();
    for (int i = 1; i <= PHOTOS; i++) {
      photos.add(Photo.random(i, 20_000, random));
    }
    try (TestDatabase database = TestDatabase.forClass(getClass())) {
      Set<Long> acknowledged;
      try (KillableServer server = start(database, folder);
          PhotoTerminal line = connect(server)) {
        line.send(photos);
        acknowledged = line.awaitAcknowledgements(PHOTOS / 3);
        server.kill();
      }
      try (KillableServer server = start(database, folder);
          PhotoTerminal line = connect(server)) {
        assertTrue(kept(database, folder, photos).containsAll(acknowledged));
        line.send(photos);
        line.awaitAcknowledgements(PHOTOS);
      }
      assertEquals(PHOTOS, kept(database, folder, photos).size());
      assertEquals(PHOTOS, database.ask("select count(*) from media"));
    }
  }

  /** Ids of the photos on file, each of which is found to be whole. */
  private static Set<Long> kept(TestDatabase server, Path folder, List<Photo> photos)
      throws IOException {
    MediaFolder files = new MediaFolder(new MediaFolder.Config(folder));
    try (Database database = new Database(Database.Config.of(server.url()))) {
      List<MediaRow> rows =
          new MediaQueries(database)
              .ofVehicle(PLATE, Instant.MIN, Instant.MAX, Scope.CITY, 2 * PHOTOS);
      for (MediaRow row : rows) {
        Photo photo = photos.get(row.mediaId().intValue() - 1);
        assertArrayEquals(photo.data(), Files.readAllBytes(files.verified(row.sha256())));
      }
      return rows.stream().map(MediaRow::mediaId).collect(Collectors.toSet());
    }
  }
}
