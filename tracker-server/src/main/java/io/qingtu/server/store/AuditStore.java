package io.qingtu.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;

/** The log of who did what, from where. It is only ever appended to. */
public final class AuditStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;

  public AuditStore(Database database) {
    this.database = database;
  }

  /**
   * @param userId who; null where nobody is known, as for a failed sign-in
   * @param origin address that the request came from
   * @param action as {@code review} or {@code evidence}
   * @param object what was acted on, as {@code alert/17}
   */
  public void append(
      Instant at,
      Integer userId,
      String origin,
      String action,
      String object,
      Map<String, ?> detail) {
    String json;
    try {
      json = JSON.writeValueAsString(detail);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the detail of " + action + " is no JSON", e);
    }
    database.update(
        "insert into audit (at, user_id, origin, action, object, detail)"
            + " values (?, ?::int, ?, ?, ?, ?::jsonb)",
        at,
        userId,
        origin,
        action,
        object,
        json);
  }
}
