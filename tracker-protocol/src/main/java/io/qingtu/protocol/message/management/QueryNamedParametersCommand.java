package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks for some parameters (查询指定终端参数), 0x8106, since 2013.
 *
 * @param ids of the parameters, see {@link ParameterType}; at most 255
 */
public record QueryNamedParametersCommand(List<Long> ids) implements PlatformMessage {
  public static final int ID = 0x8106;

  private static final int MAX_IDS = 0xff;

  public QueryNamedParametersCommand {
    ids = List.copyOf(ids);
    if (ids.size() > MAX_IDS) {
      throw new IllegalArgumentException(ids.size() + " ids, at most " + MAX_IDS + " fit");
    }
  }

  public static QueryNamedParametersCommand decode(BodyReader in, ProtocolVersion version) {
    int count = in.field("count").u8();
    List<Long> ids = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      in.enter("ids", i);
      ids.add(in.field("id").u32());
      in.leave();
    }
    return new QueryNamedParametersCommand(ids);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(ids.size());
    ids.forEach(out::u32);
  }
}
