package io.qingtu.server.profile;

import io.qingtu.protocol.field.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * Data that a profile has a name for: an additional item, transparent data of one type, or a whole
 * message.
 */
public final class VendorData {
  private final int id;
  // bytes, without the head
  private final int least;
  private final int most;
  private final String name;
  private final List<VendorField> fields;

  VendorData(int id, int least, int most, String name, List<VendorField> fields) {
    this.id = id;
    this.least = least;
    this.most = most;
    this.name = name;
    this.fields = List.copyOf(fields);
  }

  /** Id of the item or message, or type of the transparent data. */
  public int id() {
    return id;
  }

  /** What the profile calls it. */
  public String name() {
    return name;
  }

  /** Whether data of this length are what the profile means. */
  public boolean fits(int length) {
    return length >= least && length <= most;
  }

  /**
   * The fields that the profile names, in its order; those for which the value is too short not.
   */
  public List<NamedValue> read(Bytes value) {
    return fields.stream().map(field -> field.read(value)).flatMap(Optional::stream).toList();
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }
}
