package io.qingtu.web.server;

import static io.qingtu.web.server.OtherCompany.LAT;
import static io.qingtu.web.server.OtherCompany.LON;
import static io.qingtu.web.server.OtherCompany.PERIOD;
import static io.qingtu.web.server.OtherCompany.PLATE;
import static io.qingtu.web.server.TestWeb.escape;

import io.qingtu.web.server.ApiRequest.Answer;

/** Requests after another company's alerts, and what was asked and said about them. */
final class AlertsWalk {
  /** Of a photo that would be taken. */
  private static final String PHOTO =
      "?clientId=walk-0001&takenAt=" + TestWeb.NOW + "&lon=" + LON + "&lat=" + LAT;

  private AlertsWalk() {}

  static void into(ApiWalk walk, OtherCompany other) {
    walk.add(
        Answer.LESS,
        "GET /alerts",
        "/alerts",
        "/alerts?plate=" + escape(PLATE),
        "/alerts?rule=M02&severity=3&" + PERIOD,
        "/alerts?review=CONFIRMED",
        "/alerts?cursor=" + other.cursor());
    walk.add(Answer.SAME, "GET /alerts/summary", "/alerts/summary");
    String alert = "/alerts/" + other.alert;
    walk.add(Answer.HIDDEN, "GET /alerts/{id}", alert, "/alerts/" + other.lost);
    walk.add(Answer.HIDDEN, "GET /alerts/{id}/evidence", alert + "/evidence");
    walk.add(Answer.HIDDEN, "GET /alerts/{id}/evidence-bundle", alert + "/evidence-bundle");
    walk.add(Answer.HIDDEN, "GET /alerts/{id}/evidence-sheet", alert + "/evidence-sheet");
    walk.add(Answer.HIDDEN, "GET /alerts/{id}/media", alert + "/media");
    walk.add(Answer.HIDDEN, "GET /alerts/{id}/gap", "/alerts/" + other.lost + "/gap");
    walk.add(Answer.HIDDEN, "GET /alerts/{id}/linked", alert + "/linked");
    walk.add(Answer.HIDDEN, "GET /alerts/{id}/notices", alert + "/notices");
    walk.add(Answer.LESS, "GET /notices", "/notices");
    walk.add(Answer.LESS, "GET /appeals", "/appeals", "/appeals?state=CHARGED");
    walk.add(Answer.HIDDEN, "GET /alerts/{id}/appeal", "/alerts/" + other.lost + "/appeal");
    walk.write(Answer.HIDDEN, "POST /alerts/{id}/appeal", alert + "/appeal", "{\"reason\":\"x\"}");
    walk.write(
        Answer.HIDDEN,
        "POST /appeals/{id}/decision",
        "/appeals/" + other.appeal + "/decision",
        "{\"decision\":\"REJECTED\",\"reason\":\"x\"}");
    String appealPhotos = "/alerts/" + other.lost + "/appeal/photos";
    walk.add(
        Answer.HIDDEN,
        "GET /alerts/{id}/appeal/photos/{photo}",
        appealPhotos + "/" + other.appealPhoto);
    walk.write(Answer.HIDDEN, "POST /alerts/{id}/appeal/photos", appealPhotos + PHOTO, "");
    String photos = "/notices/" + other.notice + "/photos";
    walk.add(Answer.HIDDEN, "GET /notices/{id}/photos/{photo}", photos + "/" + other.noticePhoto);
    walk.write(Answer.HIDDEN, "POST /notices/{id}/photos", photos + PHOTO, "");
    walk.write(Answer.HIDDEN, "POST /alerts/{id}/notices", alert + "/notices", "{\"note\":\"x\"}");
    walk.write(
        Answer.HIDDEN,
        "POST /notices/{id}/answer",
        "/notices/" + other.notice + "/answer",
        "{\"answer\":\"x\"}");
    walk.write(
        Answer.HIDDEN,
        "POST /alerts/{id}/reviews",
        alert + "/reviews",
        "{\"decision\":\"REJECTED\",\"reason\":\"gps_drift\"}");
  }
}
