package io.qingtu.server.profile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a vendor's terminal says beyond the standard, or otherwise than it, and what it is called.
 */
public final class Vocabulary {
  private final List<VendorData> items;
  private final List<VendorData> transparent;
  private final List<VendorData> messages;
  private final Optional<VendorData> waybill;
  private final KnownItems known;
  private final Set<RawField.Carrier> carriers;

  /**
   * @param read from which the profile's channels are read: what has a meaning needs no name
   */
  Vocabulary(
      List<VendorData> items,
      List<VendorData> transparent,
      List<VendorData> messages,
      Optional<VendorData> waybill,
      Collection<RawField> read) {
    this.items = List.copyOf(items);
    this.transparent = List.copyOf(transparent);
    this.messages = List.copyOf(messages);
    this.waybill = waybill;
    this.known = KnownItems.STANDARD.with(items).withFields(read);
    this.carriers =
        read.stream()
            .map(RawField::carrier)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether an additional item is understood: by the standard, or by the profile. */
  public boolean knows(int itemId, int length) {
    return known.contains(itemId, length);
  }

  /** Whether additional items of this id are understood at some length. */
  public boolean knows(int itemId) {
    return known.contains(itemId);
  }

  /**
   * What the profile calls an additional item. Where it has a name for it, the standard's meaning
   * of the same id does not hold.
   */
  public Optional<VendorData> item(int id, int length) {
    return find(items, id, length);
  }

  /** What the profile calls transparent data of a type, 0x0900. */
  public Optional<VendorData> transparent(int type, int length) {
    return find(transparent, type, length);
  }

  /** Whether transparent data are understood: by a name, or because a channel is read from them. */
  public boolean knowsTransparent(int type, int length) {
    return carries(new RawField.Transparent(type)) || transparent(type, length).isPresent();
  }

  /** Whether a channel is read from it. */
  boolean carries(RawField.Carrier carrier) {
    return carriers.contains(carrier);
  }

  /** What the profile calls a message that the standard does not have. */
  public Optional<VendorData> message(int id, int length) {
    return find(messages, id, length);
  }

  /** What the profile calls the content of an electronic waybill, 0x0701. */
  public Optional<VendorData> waybill(int length) {
    return waybill.filter(data -> data.fits(length));
  }

  private static Optional<VendorData> find(List<VendorData> all, int id, int length) {
    // asked several times of every report, mostly of an empty list
    for (int i = 0; i < all.size(); i++) {
      VendorData data = all.get(i);
      if (data.id() == id && data.fits(length)) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }
}
