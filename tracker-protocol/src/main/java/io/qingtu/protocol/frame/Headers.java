package io.qingtu.protocol.frame;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and writes the two layouts of the header. Which one a frame has is the layout whose
 * declared body length fits; bit 14 only says which to try first, because some terminals set it
 * wrongly.
 */
final class Headers {
  static final int MAX_BODY_BYTES = 0x3ff;

  private static final int ENCRYPTION_SHIFT = 10;
  private static final int SUB_PACKAGED = 1 << 13;
  private static final int VERSION_FLAG = 1 << 14;
  private static final int CHECKSUM_BYTES = 1;

  /** Behind message id and body attributes. */
  private static final int ATTRIBUTES_END = 4;

  private Headers() {}

  /** Cuts header and body; the checksum is the last of the {@code length} bytes and holds. */
  static Frame read(
      byte[] bytes, int length, Set<Deviation> overlooked, boolean unescapedChecksum) {
    int attributes = attributes(bytes);
    ProtocolVersion flagged = flagged(attributes);
    ProtocolVersion version = flagged;
    if (frameBytes(flagged, attributes) != length) {
      version = other(flagged);
      if (frameBytes(version, attributes) != length) {
        throw wrongLength(flagged, attributes, length);
      }
    }
    Set<Deviation> deviations = deviations(version != flagged, unescapedChecksum);
    if (!deviations.isEmpty() && !overlooked.containsAll(deviations)) {
      throw refused(deviations, overlooked);
    }
    int bodyAt = headerBytes(version, attributes);
    return new Frame(
        header(bytes, version, attributes),
        Bytes.wrap(bytes, bodyAt, length - CHECKSUM_BYTES - bodyAt),
        deviations);
  }

  /** Whether the bytes are exactly header and body of one of the layouts, the checksum missing. */
  static boolean fitsWithoutChecksum(byte[] bytes, int length) {
    int attributes = attributes(bytes);
    return frameBytes(ProtocolVersion.V2013, attributes) == length + CHECKSUM_BYTES
        || frameBytes(ProtocolVersion.V2019, attributes) == length + CHECKSUM_BYTES;
  }

  static void write(Header header, int bodyBytes, BodyWriter out) {
    if (bodyBytes > MAX_BODY_BYTES) {
      throw new IllegalArgumentException(
          "a packet's body has at most " + MAX_BODY_BYTES + " bytes, not " + bodyBytes);
    }
    boolean since2019 = header.version() == ProtocolVersion.V2019;
    out.u16(header.messageId());
    out.u16(
        bodyBytes
            | header.encryption() << ENCRYPTION_SHIFT
            | (header.part().isPresent() ? SUB_PACKAGED : 0)
            | (since2019 ? VERSION_FLAG : 0));
    if (since2019) {
      out.u8(header.revision());
    }
    header.phone().write(out);
    out.u16(header.serialNumber());
    header.part().ifPresent(part -> out.u16(part.total()).u16(part.index()));
  }

  private static Header header(byte[] bytes, ProtocolVersion version, int attributes) {
    int revision = version == ProtocolVersion.V2019 ? bytes[ATTRIBUTES_END] & 0xff : 0;
    int phoneAt = version == ProtocolVersion.V2019 ? ATTRIBUTES_END + 1 : ATTRIBUTES_END;
    int serialAt = phoneAt + version.phoneBytes();
    int encryption = attributes >>> ENCRYPTION_SHIFT & 0x7;
    return new Header(
        Octets.word(bytes, 0),
        version,
        revision,
        encryption,
        TerminalPhone.in(bytes, phoneAt, version),
        Octets.word(bytes, serialAt),
        (attributes & SUB_PACKAGED) == 0 ? Optional.empty() : part(bytes, serialAt + 2));
  }

  private static Optional<Part> part(byte[] bytes, int at) {
    Part part = new Part(Octets.word(bytes, at), Octets.word(bytes, at + 2));
    if (part.index() < 1 || part.index() > part.total()) {
      throw new MalformedException(
          Reason.MALFORMED, "sub-package " + part.index() + " of " + part.total());
    }
    return Optional.of(part);
  }

  private static Set<Deviation> deviations(boolean versionFlag, boolean unescapedChecksum) {
    if (!versionFlag) {
      return unescapedChecksum ? Set.of(Deviation.UNESCAPED_CHECKSUM) : Set.of();
    }
    return unescapedChecksum
        ? Set.of(Deviation.VERSION_FLAG, Deviation.UNESCAPED_CHECKSUM)
        : Set.of(Deviation.VERSION_FLAG);
  }

  private static MalformedException refused(Set<Deviation> deviations, Set<Deviation> overlooked) {
    boolean versionFlag = deviations.contains(Deviation.VERSION_FLAG);
    return versionFlag && !overlooked.contains(Deviation.VERSION_FLAG)
        ? new MalformedException(Reason.LENGTH, "the length fits another version than bit 14 says")
        : new MalformedException(Reason.ESCAPE, "the checksum is not escaped");
  }

  private static MalformedException wrongLength(
      ProtocolVersion flagged, int attributes, int length) {
    int body = length - headerBytes(flagged, attributes) - CHECKSUM_BYTES;
    return new MalformedException(
        Reason.LENGTH,
        "body declared as " + (attributes & MAX_BODY_BYTES) + " bytes, found " + body);
  }

  private static int attributes(byte[] bytes) {
    return Octets.word(bytes, 2);
  }

  private static ProtocolVersion flagged(int attributes) {
    return (attributes & VERSION_FLAG) == 0 ? ProtocolVersion.V2013 : ProtocolVersion.V2019;
  }

  private static ProtocolVersion other(ProtocolVersion version) {
    return version == ProtocolVersion.V2019 ? ProtocolVersion.V2013 : ProtocolVersion.V2019;
  }

  private static int frameBytes(ProtocolVersion version, int attributes) {
    return headerBytes(version, attributes) + (attributes & MAX_BODY_BYTES) + CHECKSUM_BYTES;
  }

  private static int headerBytes(ProtocolVersion version, int attributes) {
    return version.headerBytes() + ((attributes & SUB_PACKAGED) == 0 ? 0 : 4);
  }
}
