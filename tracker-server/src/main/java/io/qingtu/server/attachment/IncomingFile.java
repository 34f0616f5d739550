package io.qingtu.server.attachment;

import io.netty.buffer.ByteBuf;
import io.qingtu.protocol.message.safety.AttachmentFileEndReply.Range;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file on its way: its bytes go to the disk as they come, in any order. */
final class IncomingFile implements Closeable {
  private final AttachmentName name;
  private final long size;
  private final Path path;
  private final ByteRanges received;
  private FileChannel channel;
  private boolean kept;
  private boolean discarded;

  /**
   * @param path where it is written; nothing is there yet
   */
  IncomingFile(AttachmentName name, long size, Path path) {
    this.name = name;
    this.size = size;
    this.path = path;
    this.received = new ByteRanges(size);
  }

  AttachmentName name() {
    return name;
  }

  long size() {
    return size;
  }

  Path path() {
    return path;
  }

  /** Whether it lies in the store: what comes of it now is not needed. */
  boolean isKept() {
    return kept;
  }

  void setKept() {
    kept = true;
  }

  /** Whether a block lies inside the file. */
  boolean holds(long offset, long length) {
    return offset <= size && length <= size - offset;
  }

  /** Writes the readable bytes of a block that the file {@link #holds}. */
  void write(ByteBuf bytes, long offset) throws IOException {
    if (kept || discarded) {
      return;
    }
    open();
    long at = offset;
    while (bytes.isReadable()) {
      at += bytes.readBytes(channel, at, bytes.readableBytes());
    }
    received.add(offset, at);
  }

  boolean isWhole() {
    return kept || !discarded && received.isWhole();
  }

  /** The first gaps. */
  List<Range> missing(int most) {
    return kept ? List.of() : received.missing(most);
  }

  /** Makes sure that there is a file, be it empty, and that nobody writes to it any more. */
  void finish() throws IOException {
    open();
    close();
  }

  private void open() throws IOException {
    if (channel == null) {
      channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
  }

  /** Lets go of the file handle; the next block opens it again. */
  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  /** Removes what has come, where it will not be kept; a late block does not bring it back. */
  void discard() throws IOException {
    discarded = true;
    close();
    Files.deleteIfExists(path);
  }
}
