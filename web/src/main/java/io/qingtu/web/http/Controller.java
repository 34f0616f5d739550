package io.qingtu.web.http;

import io.vertx.ext.web.Router;

/** The routes of one topic of the API. */
public interface Controller {
  /**
   * @param api router whose root is {@code /api/v1}; every request that reaches it is signed in,
   *     unless the path is one of {@link Sessions#OPEN}
   */
  void mount(Router api);
}
