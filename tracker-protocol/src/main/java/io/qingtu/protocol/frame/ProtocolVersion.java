package io.qingtu.protocol.frame;

/**
 * Issues of JT/T 808. 2011 and 2013 have the same header: a header says {@link #V2013} for both,
 * and bodies that differ tell them apart by their length.
 */
public enum ProtocolVersion {
  V2011(6),
  V2013(6),
  V2019(10);

  private final int phoneBytes;

  ProtocolVersion(int phoneBytes) {
    this.phoneBytes = phoneBytes;
  }

  /** The year of issue. */
  public String year() {
    return name().substring(1);
  }

  /** Length of the terminal phone in the header, BCD. */
  public int phoneBytes() {
    return phoneBytes;
  }

  /** Length of a header without the sub-package fields. */
  int headerBytes() {
    return this == V2019 ? 17 : 12;
  }
}
