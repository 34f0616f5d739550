package io.qingtu.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HexFormat;

/** Sends photos as the phones do. */
final class PhotoPost {
  /** What a JPEG begins with. */
  static final byte[] PHOTO = HexFormat.of().parseHex("ffd8ffe000104a46494601");

  /** Where {@link TestWeb#raise} finds what it finds. */
  static final String PLACE = "&lon=119.1005&lat=36.7005";

  private static final ObjectMapper JSON = new ObjectMapper();

  private PhotoPost() {}

  /** A photo of the place, under a name of its sender's, taken now. */
  static JsonNode named(TestWeb web, String token, String path, String name, int status)
      throws Exception {
    return send(web, token, path + query(name), PHOTO, status);
  }

  /** What becomes of the same: the status of the answer. */
  static int status(TestWeb web, String token, String path, String name) throws Exception {
    return post(web, token, path + query(name), PHOTO).statusCode();
  }

  private static String query(String name) {
    return "?clientId=" + name + "&takenAt=" + TestWeb.NOW + PLACE;
  }

  /**
   * @param path below the API, with its query
   */
  static JsonNode send(TestWeb web, String token, String path, byte[] body, int status)
      throws Exception {
    HttpResponse<String> answer = post(web, token, path, body);
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> post(TestWeb web, String token, String path, byte[] body)
      throws Exception {
    return web.send(
        web.request("/api/v1" + path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "image/jpeg")
            .POST(BodyPublishers.ofByteArray(body)));
  }
}
