package io.qingtu.protocol.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BytesTest {
  @Test
  void viewsOfDifferentArraysWithEqualContentAreEqual() {
    Bytes view = Bytes.ofHex("00aabbcc").slice(1, 2);
    assertEquals(Bytes.ofHex("aabb"), view);
    assertEquals(Bytes.ofHex("aabb").hashCode(), view.hashCode());
    assertNotEquals(Bytes.ofHex("aabbcc"), view);
    assertEquals("aabb", view.toString());
  }

  @Test
  void aSliceCannotLookOutsideItself() {
    Bytes view = Bytes.ofHex("00aabbcc").slice(1, 2);
    assertEquals(0xbb, view.at(1));
    assertThrows(IndexOutOfBoundsException.class, () -> view.at(2));
    assertThrows(IndexOutOfBoundsException.class, () -> view.at(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> view.slice(1, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> view.slice(-1, 2));
  }

  @Test
  void copiesDoNotFollowTheirSource() {
    byte[] source = {1};
    Bytes copy = Bytes.copyOf(source);
    source[0] = 2;
    copy.toArray()[0] = 3;
    assertEquals(1, copy.at(0));
  }
}
