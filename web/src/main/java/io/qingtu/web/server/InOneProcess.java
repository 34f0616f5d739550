package io.qingtu.web.server;

import io.qingtu.server.Components;
import io.qingtu.web.live.CityClock;

/** A web beside gateway and analysis: what they commit it is told, without a look at the store. */
public final class InOneProcess {
  private InOneProcess() {}

  /** A web that does not listen yet. */
  public static WebServer web(Front front, Components parts, CityClock clock) {
    WebServer web = new WebServer(front, parts.database(), parts.media().folder(), clock);
    parts.addPositionFeed(web::acceptPositions);
    parts.addAlertFeed(web::acceptAlerts);
    parts.desk().addFeed(web::acceptCommand);
    parts.caseClerk().onChange(web::acceptCase);
    web.know(parts.profiles());
    web.onCommand(parts.desk()::nudge);
    return web;
  }
}
