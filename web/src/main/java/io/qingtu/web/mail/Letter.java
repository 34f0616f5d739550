package io.qingtu.web.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail to one recipient.
 *
 * @param id its Message-ID without the angle brackets: the same whenever it is sent again, so that
 *     a mail that comes twice can be told
 * @param to address
 * @param attachment empty where it would be too large
 */
record Letter(
    String id,
    String to,
    String subject,
    String text,
    Instant date,
    Optional<Attachment> attachment) {
  /** A file that goes with it. */
  record Attachment(String name, String mediaType, byte[] content) {}

  /** With a subject of one line, whatever names are in it. */
  Letter {
    subject =
        subject
            .codePoints()
            .map(c -> Character.isISOControl(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }
}
