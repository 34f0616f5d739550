package io.qingtu.web.server;

import static io.qingtu.web.server.OtherCompany.PLATE;

import io.qingtu.web.server.ApiRequest.Answer;

/** The requests of {@link ApiWalk} after what another company keeps of its own. */
final class KeepingWalk {
  private KeepingWalk() {}

  static void into(ApiWalk walk, OtherCompany other) {
    drivers(walk, other);
    walk.add(Answer.LESS, "GET /permit-requests", "/permit-requests");
    walk.add(Answer.LESS, "GET /permit-requests", "/permit-requests?state=DECIDED");
    walk.write(
        Answer.WRONG,
        "POST /permit-requests",
        "/permit-requests",
        "{\"columns\":{\"permit_id\":\"walk\",\"site_id\":\"P1\",\"plate\":\""
            + PLATE
            + "\"},\"version\":0,\"note\":\"walk\"}");
    walk.write(
        Answer.HIDDEN,
        "POST /permit-requests/{id}/decision",
        "/permit-requests/" + other.permitRequest + "/decision",
        "{\"decision\":\"WITHDRAWN\"}");
    walk.add(Answer.LESS, "GET /lay-ups", "/lay-ups");
    walk.write(
        Answer.WRONG,
        "POST /lay-ups",
        "/lay-ups",
        "{\"plate\":\"" + PLATE + "\",\"reason\":\"walk\"}");
    walk.write(
        Answer.HIDDEN,
        "POST /lay-ups/{id}/end",
        "/lay-ups/" + other.layUp + "/end",
        "{\"version\":1,\"reason\":\"walk\"}");
  }

  private static void drivers(ApiWalk walk, OtherCompany other) {
    walk.add(Answer.LESS, "GET /drivers", "/drivers");
    walk.write(Answer.WRONG, "POST /drivers", "/drivers", "{\"licence\":\"1\",\"name\":\" \"}");
    walk.write(
        Answer.HIDDEN,
        "POST /drivers/{id}/versions",
        "/drivers/" + other.driver + "/versions",
        "{\"version\":1,\"name\":\"walk\",\"reason\":\"walk\"}");
    walk.write(
        Answer.HIDDEN,
        "POST /drivers/{id}/turns",
        "/drivers/" + other.driver + "/turns",
        "{\"plate\":\"" + TestWeb.TRUCK + "\",\"reason\":\"walk\"}");
    walk.write(
        Answer.HIDDEN,
        "POST /driver-turns/{id}/end",
        "/driver-turns/" + other.turn + "/end",
        "{\"version\":1,\"reason\":\"walk\"}");
  }
}
