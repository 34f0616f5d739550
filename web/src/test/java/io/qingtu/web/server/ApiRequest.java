package io.qingtu.web.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/**
 * A request after another company's data.
 *
 * @param operation method and path as the description of the API names them
 * @param body JSON; empty where there is none
 */
record ApiRequest(String operation, String path, String body, Answer answer) {
  /** What somebody of one company is to be answered who asks for what is another's. */
  enum Answer {
    /** 404, as if it did not exist. */
    HIDDEN,
    /** 403: not for companies at all. */
    REFUSED,
    /** 200, without what is another's. */
    LESS,
    /** As everybody: it says nothing of companies. */
    SAME,
    /** 400 or 409: nothing that anybody could ask. */
    WRONG
  }

  HttpResponse<String> send(TestWeb web, String token) throws Exception {
    var request = web.request("/api/v1" + path).header("Authorization", "Bearer " + token);
    String method = operation.substring(0, operation.indexOf(' '));
    if (!method.equals("GET")) {
      request
          .header("Content-Type", "application/json")
          .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }
    return web.send(request);
  }
}
