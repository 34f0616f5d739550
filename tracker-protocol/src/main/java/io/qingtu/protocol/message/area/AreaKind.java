package io.qingtu.protocol.message.area;

import java.util.Arrays;
import java.util.Optional;

/** Kind of an area (区域类型), as queries and deletions name it. */
public enum AreaKind {
  CIRCLE(1, 0x8601),
  RECTANGLE(2, 0x8603),
  POLYGON(3, 0x8605),
  ROUTE(4, 0x8607);

  private final int code;
  private final int deletionId;

  AreaKind(int code, int deletionId) {
    this.code = code;
    this.deletionId = deletionId;
  }

  /** The code of queries, and of the place in a location report's alarms. */
  public int code() {
    return code;
  }

  /** Id of the message that deletes areas of this kind. */
  int deletionId() {
    return deletionId;
  }

  /** Empty for codes beside the standard's. */
  public static Optional<AreaKind> find(int code) {
    return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
  }
}
