package io.qingtu.protocol.message.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StoredMediaReplyTest {
  private static final String LOCATION = MediaVectors.LOCATION.replace(" ", "");

  private static StoredMediaReply decode(String hex) {
    return StoredMediaReply.decode(new BodyReader(Bytes.ofHex(hex)), ProtocolVersion.V2013);
  }

  @Test
  void theLengthTellsFindsOf2011FromThoseOf2013() {
    String without = "020103" + LOCATION;
    StoredMediaReply counted = decode("0001" + "0003" + "0001" + without);
    assertTrue(counted.counted());
    assertEquals(OptionalLong.empty(), counted.media().get(0).mediaId());
    StoredMediaReply uncounted = decode("0001" + "0003" + "00010009" + without);
    assertFalse(uncounted.counted());
    assertEquals(OptionalLong.of(0x00010009), uncounted.media().get(0).mediaId());
  }

  @Test
  void sixteenFindsWithIdsAreAsLongAsEighteenWithout() {
    // 4 + 16 × 35 = 6 + 18 × 31 bytes; the id of the first starts like the count of the other
    String find = "020103" + LOCATION;
    String with = "0001" + "0010" + ("00120001" + find).repeat(16);
    assertFalse(decode(with).counted());
    assertEquals(16, decode(with).media().size());
    StoredMediaReply without = decode("0001" + "0012" + "0012" + find.repeat(18));
    assertTrue(without.counted());
    assertEquals(18, without.media().size());
  }

  @Test
  void findsWithoutIdsAndWithoutACountAreRead() {
    String bare = "0001" + "0002" + ("020103" + LOCATION).repeat(2);
    StoredMediaReply reply = decode(bare);
    assertFalse(reply.counted());
    assertEquals(OptionalLong.empty(), reply.media().get(1).mediaId());
    assertEquals(1, reply.media().get(1).channel());
    BodyWriter out = new BodyWriter();
    reply.encode(out, ProtocolVersion.V2013);
    assertEquals(bare, out.toBytes().hex());
    // 35 without ids are as long as 31 with them: these are what the standard has
    String either = "0001" + "0023" + ("00000001" + "020103" + LOCATION).repeat(31);
    assertEquals(31, decode(either).media().size());
  }

  @Test
  void aTotalBeyondTheMessageIsThatOfAllMessages() {
    StoredMediaReply part = decode("0001" + "ffff" + "00000009" + "020103" + LOCATION);
    assertEquals(0xffff, part.total());
    assertEquals(1, part.media().size());
  }
}
