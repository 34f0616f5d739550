package io.qingtu.server.store;

import io.qingtu.server.config.ConfigReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The files of the media, each under the SHA-256 of its bytes: the same bytes are one file, and a
 * file that was altered shows. A file is written elsewhere and has its name only when it lies on
 * the disk as a whole.
 */
public final class MediaFolder {
  private static final String INCOMING = "incoming";
  private static final String PART = ".part";
  private static final int PREFIX = 2;

  /** Far longer than a file stays on its way without growing. */
  static final Duration ABANDONED = Duration.ofHours(1);

  /**
   * @param folder is made where it is missing
   */
  public record Config(Path folder) {
    public static Config read(ConfigReader in) {
      return new Config(Path.of(in.text("media.folder", "media")));
    }
  }

  /** A file that is kept. */
  public record Kept(String sha256, long size) {}

  private final Path folder;

  /**
   * @throws UncheckedIOException where the folder cannot be made
   */
  public MediaFolder(Config config) {
    folder = config.folder().toAbsolutePath();
    try {
      Files.createDirectories(folder.resolve(INCOMING));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be made: " + e, e);
    }
  }

  /**
   * A name for a file that comes bit by bit; nothing is there yet. Whoever takes it hands the file
   * to {@link #keep(Path)} or removes it.
   */
  public Path incoming() {
    return folder.resolve(INCOMING).resolve(UUID.randomUUID() + PART);
  }

  /**
   * Removes files on their way on which nothing has moved for {@link #ABANDONED}: a crash left them
   * behind. Younger ones may be those of another process.
   *
   * @throws UncheckedIOException where one cannot be removed
   */
  public void removeAbandoned(Instant now) {
    FileTime limit = FileTime.from(now.minus(ABANDONED));
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder.resolve(INCOMING), "*" + PART)) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).compareTo(limit) < 0) {
          Files.delete(part);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("abandoned files stay: " + e, e);
    }
  }

  /** Keeps bytes; they are on the disk when this returns. */
  Kept keep(byte[] content) throws IOException {
    Path part = incoming();
    Files.write(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return keep(part);
  }

  /**
   * As {@link #keep(byte[])}.
   *
   * @param what they are, for the message
   * @throws UncheckedIOException where the disk fails
   */
  Kept keep(byte[] content, String what) {
    try {
      return keep(content);
    } catch (IOException e) {
      throw new UncheckedIOException(what + " is not kept: " + e, e);
    }
  }

  /** Keeps a complete file of this folder's {@link #incoming()}, which is gone afterwards. */
  Kept keep(Path part) throws IOException {
    force(part, StandardOpenOption.WRITE);
    Kept kept = new Kept(sha256(part), Files.size(part));
    Path file = file(kept.sha256());
    if (Files.notExists(file.getParent())) {
      Files.createDirectories(file.getParent());
      force(folder, StandardOpenOption.READ);
    }
    // over a file of the same name too: its bytes may have been altered meanwhile
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(file.getParent(), StandardOpenOption.READ);
    return kept;
  }

  /**
   * The file with these bytes, read through and found to be what was kept.
   *
   * @throws DamagedMediaException where it is missing, cannot be read or was altered
   */
  public Path verified(String sha256) {
    Path file = file(sha256);
    try {
      if (Files.notExists(file)) {
        throw new DamagedMediaException(sha256, "is missing");
      }
      if (!sha256(file).equals(sha256)) {
        throw new DamagedMediaException(sha256, "was altered");
      }
    } catch (IOException e) {
      throw new DamagedMediaException(sha256, "cannot be read: " + e);
    }
    return file;
  }

  private Path file(String sha256) {
    return folder.resolve(sha256.substring(0, PREFIX)).resolve(sha256);
  }

  /** To the disk; of a folder, the names in it. */
  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
