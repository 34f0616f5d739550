package io.qingtu.server.profile;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.message.item.AdditionalItem;
import io.qingtu.protocol.message.item.UnknownItem;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Additional items by id and length that are understood; every packet asks. */
final class KnownItems {
  private static final int LENGTHS = 0x100;

  /** Those of the protocol's table of items: what it does not leave as bytes. */
  static final KnownItems STANDARD = new KnownItems(standard());

  private final BitSet idsAndLengths;

  private KnownItems(BitSet idsAndLengths) {
    this.idsAndLengths = idsAndLengths;
  }

  /** These, and a vendor's. */
  KnownItems with(List<VendorData> items) {
    BitSet more = (BitSet) idsAndLengths.clone();
    for (VendorData item : items) {
      int first = item.id() * LENGTHS;
      more.set(first + item.least(), first + item.most() + 1);
    }
    return new KnownItems(more);
  }

  /** These, and those that hold the fields of channels. */
  KnownItems withFields(Collection<RawField> fields) {
    BitSet more = (BitSet) idsAndLengths.clone();
    for (RawField field : fields) {
      if (field.source() instanceof RawField.Item item) {
        int first = item.id() * LENGTHS;
        more.set(first + item.slice().offset() + item.slice().length(), first + LENGTHS);
      }
    }
    return new KnownItems(more);
  }

  boolean contains(int id, int length) {
    return idsAndLengths.get(id * LENGTHS + length);
  }

  /** Whether the id is known with any length. */
  boolean contains(int id) {
    int next = idsAndLengths.nextSetBit(id * LENGTHS);
    return next >= 0 && next < (id + 1) * LENGTHS;
  }

  private static BitSet standard() {
    BitSet known = new BitSet(LENGTHS * LENGTHS);
    for (int id = 0; id < LENGTHS; id++) {
      for (int length = 0; length < LENGTHS; length++) {
        if (isRead(id, length)) {
          known.set(id * LENGTHS + length);
        }
      }
    }
    return known;
  }

  private static boolean isRead(int id, int length) {
    try {
      BodyReader zeros = new BodyReader(Bytes.copyOf(new byte[length]));
      return !(AdditionalItem.decode(id, length, zeros) instanceof UnknownItem);
    } catch (MalformedException e) {
      return false;
    }
  }
}
