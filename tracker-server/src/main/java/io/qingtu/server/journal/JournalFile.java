package io.qingtu.server.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the journal: entries one behind the other, each with a head of its length and the
 * CRC-32C of length and content. Whoever owns it lets one thread in at a time.
 */
final class JournalFile {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

  /** Bytes before each entry. */
  static final int HEAD = 8;

  private static final String SUFFIX = ".journal";
  private static final int NUMBER = 16;

  private final Path path;
  private final FileChannel channel;

  /** Where the first entry that is left begins. */
  private long from;

  /** Behind the last entry. */
  private long to;

  private long entries;

  private JournalFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static boolean isOne(Path path) {
    return path.getFileName().toString().matches("[0-9a-f]{" + NUMBER + "}\\" + SUFFIX);
  }

  /** The place of a file among the others. */
  static long number(Path path) {
    return Long.parseLong(path.getFileName().toString().substring(0, NUMBER), 16);
  }

  /** A new file, whose name is on the disk when this returns. */
  static JournalFile create(Disk disk, Path folder, long number) throws IOException {
    Path path = folder.resolve(String.format("%0" + NUMBER + "x", number) + SUFFIX);
    JournalFile file =
        new JournalFile(
            path,
            disk.open(
                path,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    force(folder);
    return file;
  }

  /**
   * Opens a file that was left behind and reads it through.
   *
   * @param last whether no other file follows: only there can a crash have cut an entry off
   */
  static JournalFile recover(Disk disk, Path path, boolean last) throws IOException {
    JournalFile file =
        new JournalFile(path, disk.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
    long size = file.channel.size();
    long at = 0;
    while (at < size && file.isWhole(at, size)) {
      at = file.endOf(at, size);
      file.to = at;
      file.entries++;
    }
    if (at < size) {
      boolean torn = last && (file.endOf(at, size) < 0 || file.endOf(at, size) >= size);
      List<byte[]> behind = torn ? List.of() : file.wholeFrom(at, size);
      file.cut(size, torn);
      for (byte[] entry : behind) {
        file.append(entry);
      }
    }
    return file;
  }

  /** The good entries from a bad one on, as far as lengths lead from one to the next. */
  private List<byte[]> wholeFrom(long bad, long size) throws IOException {
    List<byte[]> found = new ArrayList<>();
    for (long at = endOf(bad, size); at >= 0 && at < size; at = endOf(at, size)) {
      if (isWhole(at, size)) {
        found.add(content(read(at, (int) (endOf(at, size) - at))));
      }
    }
    return found;
  }

  /** Where the entry at a place ends; below zero where no head lies there whole. */
  private long endOf(long at, long size) throws IOException {
    if (at + HEAD > size) {
      return -1;
    }
    int length = read(at, HEAD).getInt();
    return length < 0 ? -1 : at + HEAD + length;
  }

  private boolean isWhole(long at, long size) throws IOException {
    long end = endOf(at, size);
    if (end < 0 || end > size) {
      return false;
    }
    ByteBuffer entry = read(at, (int) (end - at));
    return entry.getInt(Integer.BYTES) == sum(entry);
  }

  /** Ends the file behind its last good entry; what is no torn entry is kept beside it. */
  private void cut(long size, boolean torn) throws IOException {
    if (torn) {
      LOG.info("{}: an entry of {} bytes was cut off by a crash", path, size - to);
    } else {
      Path aside = path.resolveSibling(path.getFileName() + ".damaged");
      try (FileChannel copy =
          FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        for (long at = to; at < size; ) {
          at += channel.transferTo(at, size - at, copy);
        }
        copy.force(true);
      }
      LOG.error("{}: {} bytes cannot be read and are kept in {}", path, size - to, aside);
    }
    channel.truncate(to);
    channel.force(true);
  }

  /** Returns when the entry is on the disk; where that fails it is as if it had not been called. */
  void append(byte[] entry) throws IOException {
    ByteBuffer whole = ByteBuffer.allocate(HEAD + entry.length);
    whole.putInt(entry.length).putInt(0).put(entry).flip();
    whole.putInt(Integer.BYTES, sum(whole));
    long end = to;
    try {
      while (whole.hasRemaining()) {
        end += channel.write(whole, end);
      }
      channel.force(false);
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
    to = end;
    entries++;
  }

  private void takeBack(IOException cause) {
    try {
      channel.truncate(to);
    } catch (IOException e) {
      cause.addSuppressed(e); // the next entry is written over it
    }
  }

  /** The first entries, at least one, of not many more bytes than asked for. */
  List<byte[]> first(long bytes) throws IOException {
    List<byte[]> found = new ArrayList<>();
    for (long at = from; at < to && (at == from || at - from < bytes); ) {
      ByteBuffer whole = read(at, HEAD + read(at, HEAD).getInt());
      if (whole.getInt(Integer.BYTES) != sum(whole)) {
        throw new IOException(path + ": the entry at " + at + " is not as it was written");
      }
      found.add(content(whole));
      at += whole.limit();
    }
    return found;
  }

  private static byte[] content(ByteBuffer whole) {
    byte[] entry = new byte[whole.limit() - HEAD];
    whole.get(HEAD, entry);
    return entry;
  }

  /** Bytes that the entry took. */
  long removeFirst() throws IOException {
    long taken = HEAD + read(from, HEAD).getInt();
    from += taken;
    entries--;
    return taken;
  }

  long entries() {
    return entries;
  }

  /** Of the entries that are left. */
  long bytes() {
    return to - from;
  }

  boolean isFull(long most) {
    return to >= most;
  }

  void close() throws IOException {
    channel.close();
  }

  void delete() throws IOException {
    channel.close();
    Files.delete(path);
  }

  private ByteBuffer read(long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException(path + " ends in the middle of the entry at " + at);
      }
    }
    return buffer.flip();
  }

  /** Of the length and the content, without the place of the sum itself. */
  private static int sum(ByteBuffer whole) {
    CRC32C crc = new CRC32C();
    crc.update(whole.duplicate().limit(Integer.BYTES));
    crc.update(whole.duplicate().position(HEAD));
    return (int) crc.getValue();
  }

  /** Makes the names in a folder last. */
  private static void force(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
