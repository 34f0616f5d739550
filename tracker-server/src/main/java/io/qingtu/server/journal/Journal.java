package io.qingtu.server.journal;

import io.qingtu.server.config.ConfigReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A queue on the disk. An entry whose {@link #append} has returned is there after a crash or a loss
 * of power, whole and in its order, until {@link #removeFirst} takes it off. Entries lie one behind
 * the other in files of some megabytes; a file that was read to its end is removed.
 *
 * <p>For several threads.
 */
public final class Journal implements AutoCloseable {
  /** A file that has become longer gets no more entries. */
  private static final long FILE_BYTES = 16L << 20;

  /**
   * @param folder is made where it is missing; belongs to one process at a time
   * @param mostBytes beyond which nothing is appended
   */
  public record Config(Path folder, long mostBytes) {
    public static Config read(ConfigReader in) {
      long megabytes = in.number("journal.megabytes", 2_048, 0, 1_000_000);
      return new Config(Path.of(in.text("journal.folder", "journal")), megabytes << 20);
    }

    /** Where what can never leave the journal is kept instead, without a bound. */
    public Config refusals() {
      return new Config(folder.resolve("refused"), Long.MAX_VALUE);
    }
  }

  private final Path folder;
  private final Disk disk;
  private final long mostBytes;
  private final FileChannel lock;
  private final ArrayDeque<JournalFile> files = new ArrayDeque<>();
  private long nextNumber = 1;

  /** Read without the lock by those who ask before each batch. */
  private volatile long entries;

  private volatile long bytes;

  /**
   * Opens a journal with the entries that are left in it. An entry that a crash cut off in the
   * middle was never promised to anybody and goes; anything else that cannot be read is set aside
   * in a file beside the others, and told to the log.
   *
   * @throws IOException where the folder cannot be used, or another process uses it
   */
  public Journal(Config config) throws IOException {
    this(config, FileChannel::open);
  }

  /** As above, on another disk. */
  Journal(Config config, Disk disk) throws IOException {
    this.disk = disk;
    folder = config.folder().toAbsolutePath();
    mostBytes = config.mostBytes();
    Files.createDirectories(folder);
    lock = lock(folder);
    try {
      List<Path> left;
      try (Stream<Path> all = Files.list(folder)) {
        left = all.filter(JournalFile::isOne).sorted().toList();
      }
      for (Path path : left) {
        JournalFile file = JournalFile.recover(disk, path, path.equals(left.get(left.size() - 1)));
        files.add(file);
        entries += file.entries();
        bytes += file.bytes();
        nextNumber = JournalFile.number(path) + 1;
      }
      removeRead();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // this process has it open a second time
    }
    channel.close();
    throw new IOException("the journal " + folder + " is in use: each server needs its own");
  }

  /**
   * Adds an entry behind the others; returns when it is on the disk.
   *
   * @throws JournalFullException where it would become too large
   * @throws IOException where the disk does not take it: it is not in the journal then
   */
  public synchronized void append(byte[] entry) throws IOException {
    long more = JournalFile.HEAD + entry.length;
    if (bytes + more > mostBytes) {
      throw new JournalFullException(
          "the journal " + folder + " holds " + bytes + " bytes of at most " + mostBytes);
    }
    if (files.isEmpty() || files.getLast().isFull(FILE_BYTES)) {
      files.add(JournalFile.create(disk, folder, nextNumber++));
    }
    files.getLast().append(entry);
    bytes += more;
    entries++;
  }

  /**
   * The oldest entries in their order, together of not many more bytes than asked for; at least one
   * where there is one, and none where there is none.
   *
   * @throws IOException where the disk does not give them back as they were
   */
  public synchronized List<byte[]> first(long mostOfThem) throws IOException {
    return entries == 0 ? List.of() : files.getFirst().first(mostOfThem);
  }

  /** Takes the oldest entry off: it is kept elsewhere now. */
  public synchronized void removeFirst() throws IOException {
    JournalFile file = files.getFirst();
    bytes -= file.removeFirst();
    entries--;
    removeRead();
  }

  /** Whoever is behind the last entry in the last file needs no file at all. */
  private void removeRead() throws IOException {
    while (!files.isEmpty() && files.getFirst().entries() == 0) {
      files.removeFirst().delete();
    }
  }

  public boolean isEmpty() {
    return entries == 0;
  }

  /** Entries that wait. */
  public long entries() {
    return entries;
  }

  /** Bytes that they take on the disk. */
  public long bytes() {
    return bytes;
  }

  /** What waits stays. */
  @Override
  public synchronized void close() throws IOException {
    for (JournalFile file : files) {
      file.close();
    }
    files.clear();
    lock.close();
  }
}
