package io.qingtu.server.attachment;

import io.netty.buffer.ByteBuf;
import io.qingtu.protocol.message.safety.AlarmAttachments.Listed;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.MediaSource;
import io.qingtu.server.store.MediaStore;
import io.qingtu.server.store.NewMedia;
import io.qingtu.server.store.SafetyAlarmStore;
import io.qingtu.server.store.WantedEvidence;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The uploads under way, and where whole files go. What has come of a file outlives its connection,
 * not the server: the terminal is then asked for all of it again. Blocks on disk and database.
 */
final class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final String PREFIX = "attachment-";
  private static final int MOST = 2000;
  private static final int MOST_FILES = 64;

  /** An upload on which nothing moves is forgotten. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final AttachmentConfig config;
  private final SafetyAlarmStore alarms;
  private final MediaStore media;
  private final Clock clock;
  private final Map<String, Upload> byNumber = new HashMap<>();

  Uploads(AttachmentConfig config, SafetyAlarmStore alarms, MediaStore media, Clock clock) {
    this.config = config;
    this.alarms = alarms;
    this.media = media;
    this.clock = clock;
  }

  /** Removes what an earlier server had begun and not finished. */
  void clean() throws IOException {
    Path folder = media.folder().incoming().getParent();
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path part : left) {
        Files.delete(part);
      }
    }
  }

  /** The alarm with a number that was given out, if the terminal is the one that raised it. */
  Optional<WantedEvidence> alarm(String number, String phone) {
    return alarms.findByNumber(number).filter(alarm -> alarm.phone().equals(phone));
  }

  /** Why a list of files is not taken, as one of a few fixed words; empty where it is. */
  Optional<String> objection(List<Listed> files) {
    if (files.isEmpty() || files.size() > MOST_FILES) {
      return Optional.of("count");
    }
    if (files.stream().anyMatch(f -> AttachmentName.of(f.name()).isEmpty())) {
      return Optional.of("name");
    }
    long total = files.stream().mapToLong(Listed::size).sum();
    boolean tooLarge = files.stream().anyMatch(f -> f.size() > config.fileBytes());
    return tooLarge || total > config.alarmBytes() ? Optional.of("size") : Optional.empty();
  }

  /**
   * The upload of an alarm, begun or gone on with.
   *
   * @param files to which there is no {@link #objection}
   * @return empty where there is no room, for this upload or on the alarm
   */
  Optional<Upload> open(WantedEvidence alarm, List<Listed> files) throws IOException {
    Optional<Upload> found = upload(alarm);
    if (found.isEmpty()) {
      return found;
    }
    Upload upload = found.get();
    for (Listed listed : files) {
      if (upload.count() >= MOST_FILES) {
        return Optional.empty();
      }
      AttachmentName name = AttachmentName.of(listed.name()).orElseThrow();
      IncomingFile file = new IncomingFile(name, listed.size(), part(media.folder()));
      if (alarms.isKept(alarm.id(), listed.name(), listed.size())) {
        file.setKept();
      }
      upload.await(file);
    }
    return upload.bytes() > config.alarmBytes() ? Optional.empty() : found;
  }

  private static Path part(MediaFolder folder) {
    Path path = folder.incoming();
    return path.resolveSibling(PREFIX + path.getFileName());
  }

  private synchronized Optional<Upload> upload(WantedEvidence alarm) throws IOException {
    Instant now = clock.instant();
    Upload known = byNumber.get(alarm.platformNumber());
    if (known != null) {
      known.touch(now);
      return Optional.of(known);
    }
    forgetOlderThan(now.minus(PATIENCE));
    if (byNumber.size() >= MOST) {
      return Optional.empty();
    }
    Upload begun = new Upload(alarm, now);
    byNumber.put(alarm.platformNumber(), begun);
    return Optional.of(begun);
  }

  private void forgetOlderThan(Instant oldest) throws IOException {
    List<Upload> old =
        byNumber.values().stream().filter(u -> u.touched().isBefore(oldest)).toList();
    for (Upload upload : old) {
      forget(upload);
    }
  }

  /** Gives an upload up; what is kept of it stays. */
  synchronized void forget(Upload upload) throws IOException {
    byNumber.remove(upload.alarm().platformNumber(), upload);
    upload.discard();
  }

  /** Writes a part of a block that the file holds. */
  void write(Upload upload, IncomingFile file, ByteBuf bytes, long offset) throws IOException {
    upload.touch(clock.instant());
    upload.write(file, bytes, offset);
  }

  /**
   * Files what is whole: durable when this returns.
   *
   * @param type as the terminal says
   * @return whether the file is whole
   */
  boolean keep(Upload upload, IncomingFile file, int type) throws IOException {
    boolean whole = upload.keep(file, f -> media.file(evidence(upload.alarm(), f, type), f.path()));
    if (whole && upload.isComplete()) {
      alarms.completed(upload.alarm().id(), clock.instant());
      forget(upload);
      LOG.debug("all files of safety alarm {} are kept", upload.alarm().id());
    }
    return whole;
  }

  private NewMedia evidence(WantedEvidence alarm, IncomingFile file, int type) {
    AttachmentName name = file.name();
    return new NewMedia(
        alarm.vehicleId(),
        alarm.phone(),
        Optional.empty(),
        name.kind(type),
        name.format(),
        "",
        name.channel(),
        Optional.of(alarm.time()),
        clock.instant(),
        alarm.lon(),
        alarm.lat(),
        MediaSource.ATTACHMENT,
        name.text(),
        Optional.empty(),
        Optional.of(alarm.id()));
  }

  /** Begun files are of no use to anybody else. */
  synchronized void close() throws IOException {
    for (Upload upload : byNumber.values()) {
      upload.discard();
    }
    byNumber.clear();
  }
}
