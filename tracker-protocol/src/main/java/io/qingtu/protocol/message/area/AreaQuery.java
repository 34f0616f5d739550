package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;

/**
 * Asks which areas a terminal has (查询区域或线路数据), 0x8608, since 2019.
 *
 * @param areaType code of an {@link AreaKind}
 * @param ids none for all of the kind
 */
public record AreaQuery(int areaType, List<Long> ids) implements PlatformMessage {
  public static final int ID = 0x8608;

  public AreaQuery {
    ids = List.copyOf(ids);
  }

  public static AreaQuery decode(BodyReader in, ProtocolVersion version) {
    return new AreaQuery(
        in.field("areaType").u8(),
        in.list("ids", in.field("count").u32(), id -> id.field("id").u32()));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(areaType).u32(ids.size());
    ids.forEach(out::u32);
  }
}
