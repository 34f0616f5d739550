package io.qingtu.web.server;

import com.fasterxml.jackson.databind.JsonNode;

/** What reviews charge companies with, and their appeals, as the pages bring them about. */
final class Charges {
  static final String CONFIRM = "{\"decision\":\"CONFIRMED\"}";
  static final String LODGE = "{\"reason\":\"当时在装货区内\"}";
  static final String UPHOLD = "{\"decision\":\"UPHELD\",\"reason\":\"监控属实\"}";
  static final String REJECT = "{\"decision\":\"REJECTED\",\"reason\":\"证据充分\"}";

  private Charges() {}

  /**
   * An alert that somebody has confirmed.
   *
   * @param seconds from {@link TestWeb#NOW}
   */
  static long confirmed(TestWeb web, String supervisor, String plate, int seconds)
      throws Exception {
    long alert = web.raise("M05", plate, seconds, 2).id();
    web.post(supervisor, "/alerts/" + alert + "/reviews", CONFIRM, 201);
    return alert;
  }

  /** The id of a new appeal. */
  static String lodged(TestWeb web, String dispatcher, long alert) throws Exception {
    JsonNode charge = web.post(dispatcher, "/alerts/" + alert + "/appeal", LODGE, 201);
    return charge.at("/appeal/id").textValue();
  }
}
