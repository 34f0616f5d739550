package io.qingtu.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own that needs no installation. It listens on the loopback, keeps its data
 * folder across restarts, and takes over from one that a killed program has left behind.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final EmbeddedPostgres server;
  private final Path data;

  private EmbeddedDatabase(EmbeddedPostgres server, Path data) {
    this.server = server;
    this.data = data;
  }

  /**
   * @param folder for programs and data; made where it is missing
   * @throws UncheckedIOException where the server cannot be started
   */
  public static EmbeddedDatabase start(Path folder) {
    try {
      Path home = Files.createDirectories(folder).toRealPath();
      Path data = home.resolve("data");
      stopOrphan(data);
      return new EmbeddedDatabase(
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setOverrideWorkingDirectory(home.resolve("programs").toFile())
              .setCleanDataDirectory(false)
              // closed by close(), after the last position is stored
              .setRegisterShutdownHook(false)
              .setPGStartupWait(PATIENCE)
              // the library is made for tests and switches durability off
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("max_connections", "100")
              .setServerConfig("max_locks_per_transaction", "256")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("timezone", "UTC")
              .start(),
          data);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "embedded database in " + folder + " does not start: " + e.getMessage(), e);
    }
  }

  /** JDBC URL with its user. */
  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** Stops the server and waits until it is gone: the library does that for five seconds only. */
  @Override
  public void close() {
    try {
      long pid = pid(data);
      server.close();
      if (!isGone(pid, data)) {
        throw new IOException("PostgreSQL " + pid + " goes on");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("embedded database does not stop", e);
    }
  }

  /**
   * When this program is killed its server lives on and holds the data folder. It is asked to stop
   * (SIGINT is PostgreSQL's fast shutdown) and must be gone before the next one starts.
   */
  private static void stopOrphan(Path data) throws IOException {
    long pid = pid(data);
    if (!isAtHome(pid, data)) {
      return;
    }
    if (isInUse(data.resolve("epg-lock"))) {
      throw new IOException("another program runs its database there");
    }
    LOG.warn("stopping PostgreSQL {} that an earlier run left in {}", pid, data);
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while an earlier server stops", e);
    }
    if (!isGone(pid, data)) {
      throw new IOException("PostgreSQL " + pid + " of an earlier run does not stop");
    }
  }

  /** Number of the server that works there, or did; 0 where none is named. */
  private static long pid(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    return lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).trim());
  }

  /** Whether a server that was asked to stop does so in time. */
  private static boolean isGone(long pid, Path data) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (isAtHome(pid, data) && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL stops", e);
    }
    return !isAtHome(pid, data);
  }

  /** The library holds a lock on this file as long as its program lives. */
  private static boolean isInUse(Path lockFile) throws IOException {
    if (!Files.exists(lockFile)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Process numbers are given again: it is the server only if it works in its data folder. */
  private static boolean isAtHome(long pid, Path data) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).equals(data);
    } catch (IOException e) {
      return false;
    }
  }
}
