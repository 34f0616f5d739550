package io.qingtu.server.attachment;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.server.store.MediaKind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an attachment: {@code <type>_<channel>_<alarm type>_<sequence>_<alarm number>.<ending>}.
 * Other names are taken too, as long as they are names and no paths.
 */
record AttachmentName(String text) {
  private static final int MOST_BYTES = 50;
  private static final Pattern SAFE = Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}._#@+\\- ]+");
  private static final Pattern STANDARD = Pattern.compile("(\\d+)_(\\d{1,4})_[^_]+_[^_]+_.*");
  private static final Pattern ENDING = Pattern.compile(".*\\.([A-Za-z0-9]{1,8})");

  /** The name; empty where it could be something else than the name of a file. */
  static Optional<AttachmentName> of(String text) {
    boolean good =
        !text.isEmpty()
            && BodyWriter.encode(text).length() <= MOST_BYTES
            && SAFE.matcher(text).matches()
            && !text.startsWith(".");
    return good ? Optional.of(new AttachmentName(text)) : Optional.empty();
  }

  /** Camera; 64 that of the driving assistance, 65 the driver's; 0 where the name does not say. */
  int channel() {
    Matcher m = STANDARD.matcher(text);
    return m.matches() ? Integer.parseInt(m.group(2)) : 0;
  }

  /** Ending in lower case; {@code bin} where there is none. */
  String format() {
    Matcher m = ENDING.matcher(text);
    return m.matches() ? m.group(1).toLowerCase(Locale.ROOT) : "bin";
  }

  /**
   * What the file is.
   *
   * @param type as the terminal says: 4 is a face in one standard and the rest in the other, so
   *     that the ending decides
   */
  MediaKind kind(int type) {
    return switch (type) {
      case 0 -> MediaKind.IMAGE;
      case 1 -> MediaKind.AUDIO;
      case 2 -> MediaKind.VIDEO;
      case 3 -> MediaKind.TEXT;
      case 4 -> isPicture() ? MediaKind.IMAGE : MediaKind.OTHER;
      default -> MediaKind.OTHER;
    };
  }

  private boolean isPicture() {
    return switch (format()) {
      case "jpg", "jpeg", "png" -> true;
      default -> false;
    };
  }
}
