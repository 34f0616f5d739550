package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The items behind the basic location: id, length and value each, in the order of the message. They
 * stay the bytes that came; the record of an item is made when one is asked for. Most reports are
 * stored with two or three of their items looked at, so that records of all would be the dearest
 * part of reading a packet.
 */
public final class AdditionalItems extends AbstractList<AdditionalItem> {
  /** Said of an item that is not there; no value has a sign. */
  public static final int ABSENT = -1;

  private static final int HEAD_BYTES = 2;

  private final Bytes body;
  private final int begin;
  private final int end;
  private final int size;

  private AdditionalItems(Bytes body, int begin, int end, int size) {
    this.body = body;
    this.begin = begin;
    this.end = end;
    this.size = size;
  }

  /** Those of a list, in its order. */
  public static AdditionalItems of(List<AdditionalItem> items) {
    if (items instanceof AdditionalItems same) {
      return same;
    }
    BodyWriter out = new BodyWriter();
    for (AdditionalItem item : items) {
      int start = out.u8(item.id()).u8(0).length();
      item.encode(out);
      out.setU8(start - 1, out.length() - start);
    }
    return new AdditionalItems(out.toBytes(), 0, out.length(), items.size());
  }

  /**
   * Reads the whole items that are left of a body. An item that runs over its end stops the
   * reading: it is not taken from the reader, and nothing is thrown away.
   */
  public static AdditionalItems decode(BodyReader in) {
    Bytes body = in.body();
    int begin = in.position();
    int end = begin;
    int size = 0;
    while (end + HEAD_BYTES <= body.length()) {
      int next = end + HEAD_BYTES + body.at(end + 1);
      if (next > body.length()) {
        break;
      }
      end = next;
      size++;
    }
    if (in.isHeard()) {
      tell(in, size);
    } else {
      in.skip(end - begin);
    }
    return new AdditionalItems(body, begin, end, size);
  }

  /** Reads every field, for those who listen. */
  private static void tell(BodyReader in, int items) {
    for (int i = 0; i < items; i++) {
      in.enter("items", i);
      int id = in.field("id").u8();
      int length = in.field("length", "bytes").u8();
      AdditionalItem.decode(id, length, in.part(length));
      in.leave();
    }
  }

  /** The items as they stand in the message. */
  public Bytes bytes() {
    return body.slice(begin, end - begin);
  }

  /** The value of the first item with an id. */
  public Optional<Bytes> value(int id) {
    for (int at = begin; at < end; at = next(at)) {
      if (body.at(at) == id) {
        return Optional.of(body.slice(at + HEAD_BYTES, body.at(at + 1)));
      }
    }
    return Optional.empty();
  }

  /** Whether any item has one of these ids. */
  public boolean hasAny(IntPredicate ids) {
    for (int at = begin; at < end; at = next(at)) {
      if (ids.test(body.at(at))) {
        return true;
      }
    }
    return false;
  }

  /** 0x01 in 0.1 km, or {@link #ABSENT}. */
  public long mileageDeciKm() {
    int at = find(0x01_04);
    return at < 0 ? ABSENT : body.u32(at);
  }

  /** 0x02 in 0.1 l, or {@link #ABSENT}. */
  public int fuelDeciLitres() {
    return word(0x02_02);
  }

  /** 0x03 in 0.1 km/h, or {@link #ABSENT}. */
  public int recorderDeciKmh() {
    return word(0x03_02);
  }

  /** Bits of 0x25, or {@link #ABSENT}. */
  public long vehicleSignals() {
    int at = find(0x25_04);
    return at < 0 ? ABSENT : body.u32(at);
  }

  /** 0x30, or {@link #ABSENT}. */
  public int signalStrength() {
    return octet(0x30_01);
  }

  /** 0x31, or {@link #ABSENT}. */
  public int satellites() {
    return octet(0x31_01);
  }

  private int octet(int idAndLength) {
    int at = find(idAndLength);
    return at < 0 ? ABSENT : body.at(at);
  }

  private int word(int idAndLength) {
    int at = find(idAndLength);
    return at < 0 ? ABSENT : body.u16(at);
  }

  /** Where the first value with an id and a length begins; another length is a vendor's use. */
  private int find(int idAndLength) {
    return body.indexOfValue(begin, end, idAndLength);
  }

  @Override
  public int size() {
    return size;
  }

  /** Makes the record of an item, after walking over those before it. */
  @Override
  public AdditionalItem get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size);
    }
    int at = begin;
    for (int i = 0; i < index; i++) {
      at = next(at);
    }
    return record(at);
  }

  @Override
  public Iterator<AdditionalItem> iterator() {
    return new Iterator<>() {
      private int at = begin;

      @Override
      public boolean hasNext() {
        return at < end;
      }

      @Override
      public AdditionalItem next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        AdditionalItem item = record(at);
        at = AdditionalItems.this.next(at);
        return item;
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AdditionalItems that
        ? bytes().equals(that.bytes())
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  private int next(int at) {
    return at + HEAD_BYTES + body.at(at + 1);
  }

  private AdditionalItem record(int at) {
    int length = body.at(at + 1);
    Bytes value = body.slice(at + HEAD_BYTES, length);
    return AdditionalItem.decode(body.at(at), length, new BodyReader(value));
  }
}
