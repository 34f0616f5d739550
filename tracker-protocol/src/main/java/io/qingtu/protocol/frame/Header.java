package io.qingtu.protocol.frame;

import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import java.util.Optional;

/**
 * Message header (消息头).
 *
 * @param messageId WORD
 * @param version layout of the header; {@link ProtocolVersion#V2013} for 2011 too
 * @param revision protocol version number that a 2019 header carries, 1 in its first edition; 0
 *     before
 * @param encryption bits 10–12 of the body attributes: 0 none, 1 RSA, else reserved
 * @param serialNumber 0–65535, wraps
 * @param part present in sub-packages
 */
public record Header(
    int messageId,
    ProtocolVersion version,
    int revision,
    int encryption,
    TerminalPhone phone,
    int serialNumber,
    Optional<Part> part) {

  /** Header of a whole, unencrypted message. */
  public static Header of(
      int messageId, ProtocolVersion version, TerminalPhone phone, int serialNumber) {
    int revision = version == ProtocolVersion.V2019 ? 1 : 0;
    return new Header(messageId, version, revision, 0, phone, serialNumber, Optional.empty());
  }

  /** Header of a message to the terminal that sent this one: its layout, its phone byte by byte. */
  public Header reply(int replyMessageId, int replySerialNumber) {
    return new Header(
        replyMessageId, version, revision, 0, phone, replySerialNumber, Optional.empty());
  }

  /** The same with bodies after another issue that has the same header. */
  public Header after(ProtocolVersion issue) {
    if (issue.headerBytes() != version.headerBytes()) {
      throw new IllegalArgumentException(version + " and " + issue + " have different headers");
    }
    return new Header(messageId, issue, revision, encryption, phone, serialNumber, part);
  }

  /** The same as the header of one of its sub-packages; their serial numbers are in a row. */
  Header part(Part part) {
    int serial = serialNumber + part.index() - 1 & 0xffff;
    return new Header(messageId, version, revision, encryption, phone, serial, Optional.of(part));
  }

  /** The same without its place in a message of several sub-packages. */
  Header whole() {
    return new Header(
        messageId, version, revision, encryption, phone, serialNumber, Optional.empty());
  }

  public boolean encrypted() {
    return encryption != 0;
  }

  /**
   * @throws MalformedException if the body is encrypted: there is no key to read it with
   */
  public void requirePlain() {
    if (encrypted()) {
      throw new MalformedException(
          Reason.ENCRYPTED, "body attributes name encryption " + encryption);
    }
  }
}
