package io.qingtu.web.server;

import static io.qingtu.web.server.OtherCompany.PERIOD;
import static io.qingtu.web.server.OtherCompany.PLATE;
import static io.qingtu.web.server.TestWeb.escape;

import io.qingtu.web.server.ApiRequest.Answer;

/** What those ask for who work outside: other systems, clerks at gates, and who sweeps. */
final class FieldWalk {
  private FieldWalk() {}

  static void into(ApiWalk walk) {
    reports(walk);
    sanitation(walk);
  }

  private static void reports(ApiWalk walk) {
    walk.write(
        Answer.REFUSED,
        "POST /events",
        "/events",
        "{\"sourceId\":\"%s\",\"title\":\"x\",\"type\":\"CLEANING\",\"time\":\"%s\"}"
            .formatted(OtherCompany.EVENT, TestWeb.NOW));
    walk.add(Answer.REFUSED, "GET /events/{sourceId}", "/events/" + OtherCompany.EVENT);
    walk.write(
        Answer.REFUSED,
        "POST /events/{sourceId}/photos",
        "/events/" + OtherCompany.EVENT + "/photos?clientId=walk-0001",
        "");
    walk.write(
        Answer.REFUSED,
        "POST /captures",
        "/captures?camera=c&place=P1&direction=OUT&time=" + TestWeb.NOW + "&plate=" + escape(PLATE),
        "");
    walk.add(Answer.REFUSED, "GET /waybills", "/waybills");
    walk.write(
        Answer.REFUSED,
        "POST /waybills/missing",
        "/waybills/missing",
        "{\"plate\":\"x\",\"clientId\":\"walk-0001\"}");
    walk.write(
        Answer.REFUSED,
        "POST /waybills/{id}/scans",
        "/waybills/1/scans",
        "{\"kind\":\"OUT\",\"clientId\":\"walk-0001\"}");
  }

  private static void sanitation(ApiWalk walk) {
    walk.add(Answer.LESS, "GET /sweeping", "/sweeping");
    walk.add(Answer.LESS, "GET /collection-points", "/collection-points");
    walk.write(
        Answer.REFUSED,
        "POST /sweeping/orders",
        "/sweeping/orders",
        "{\"road\":\"x\",\"contractor\":\"x\",\"windowEnd\":\"%s\",\"plate\":\"%s\"}"
            .formatted(TestWeb.NOW, PLATE));
    walk.write(
        Answer.REFUSED,
        "POST /collection-points/orders",
        "/collection-points/orders",
        "{\"pointId\":\"x\",\"windowEnd\":\"%s\",\"plate\":\"%s\"}".formatted(TestWeb.NOW, PLATE));
    walk.add(Answer.LESS, "GET /exemptions", "/exemptions", "/exemptions?" + PERIOD);
    walk.write(
        Answer.REFUSED,
        "POST /exemptions",
        "/exemptions",
        "{\"kind\":\"WEATHER\",\"from\":\"%1$s\",\"to\":\"%1$s\",\"reason\":\"x\",\"evidence\":\"x\"}"
            .formatted(TestWeb.NOW));
    walk.write(
        Answer.REFUSED,
        "POST /exemptions/{id}/decision",
        "/exemptions/1/decision",
        "{\"decision\":\"APPROVED\",\"reason\":\"x\"}");
    walk.add(
        Answer.REFUSED, "POST /exemptions/{id}/files", "/exemptions/1/files?clientId=walk-0001");
    walk.add(Answer.HIDDEN, "GET /exemptions/{id}/files/{file}", "/exemptions/1/files/1");
  }
}
