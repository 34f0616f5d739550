package io.qingtu.server.attachment;

import io.netty.buffer.ByteBuf;
import io.qingtu.protocol.message.safety.AttachmentFileEndReply.Range;
import io.qingtu.server.store.WantedEvidence;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one alarm, over as many connections as the terminal needs. A connection that is gone
 * without anybody knowing may still write: the lock keeps the files whole.
 */
final class Upload {
  private final WantedEvidence alarm;
  private final Map<String, IncomingFile> files = new LinkedHashMap<>();
  private volatile Instant touched;

  Upload(WantedEvidence alarm, Instant now) {
    this.alarm = alarm;
    this.touched = now;
  }

  WantedEvidence alarm() {
    return alarm;
  }

  /** When something last moved on it. */
  Instant touched() {
    return touched;
  }

  void touch(Instant now) {
    touched = now;
  }

  /** Awaits a file; what has come of the same one stays. */
  synchronized void await(IncomingFile file) throws IOException {
    IncomingFile before = files.get(file.name().text());
    if (before == null || before.size() != file.size()) {
      files.put(file.name().text(), file);
      if (before != null) {
        before.discard();
      }
    }
  }

  /** Size of all files together. */
  synchronized long bytes() {
    return files.values().stream().mapToLong(IncomingFile::size).sum();
  }

  synchronized int count() {
    return files.size();
  }

  synchronized Optional<IncomingFile> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  synchronized void write(IncomingFile file, ByteBuf bytes, long offset) throws IOException {
    file.write(bytes, offset);
  }

  synchronized List<Range> missing(IncomingFile file, int most) {
    return file.missing(most);
  }

  /** Something that is done to a whole file. */
  @FunctionalInterface
  interface Keeper {
    void keep(IncomingFile file) throws IOException;
  }

  /**
   * Has a whole file kept, once.
   *
   * @return whether it is whole
   */
  synchronized boolean keep(IncomingFile file, Keeper keeper) throws IOException {
    if (!file.isWhole()) {
      return false;
    }
    if (!file.isKept()) {
      file.finish();
      keeper.keep(file);
      file.setKept();
    }
    return true;
  }

  synchronized boolean isComplete() {
    return files.values().stream().allMatch(IncomingFile::isKept);
  }

  /** Lets go of the file handles. */
  synchronized void release() throws IOException {
    for (IncomingFile file : files.values()) {
      file.close();
    }
  }

  /** Removes what is not kept. */
  synchronized void discard() throws IOException {
    for (IncomingFile file : files.values()) {
      if (!file.isKept()) {
        file.discard();
      }
    }
    files.clear();
  }
}
