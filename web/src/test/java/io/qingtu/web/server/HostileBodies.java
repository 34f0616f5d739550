package io.qingtu.web.server;

import java.util.Map;

/** What {@link HostileInputsIT} sends, before anything in it is made hostile. */
final class HostileBodies {
  private static final String PLACE =
      "{\"columns\":{\"id\":\"P1\",\"kind\":\"SITE\"},\"geometry\":{\"type\":\"Polygon\","
          + "\"coordinates\":[[[119.1,36.7],[119.2,36.7],[119.2,36.8],[119.1,36.7]]]},"
          + "\"reason\":\"hostile\"%s}";

  /** Bodies that are right but for the field that is attacked. */
  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("POST /session", "{\"login\":\"nobody\",\"password\":\"x\"}"),
          Map.entry("POST /sessions/{id}/revocation", ""),
          Map.entry("POST /second-factor", "{\"password\":\"x\"}"),
          Map.entry("POST /second-factor/confirmation", "{\"code\":\"1\"}"),
          Map.entry("POST /second-factor/revocation", "{\"login\":\"nobody\"}"),
          Map.entry("POST /cases", "{\"alertId\":\"0\"}"),
          // a version that the case has not: nothing is done
          Map.entry("POST /cases/{id}/steps", "{\"move\":\"EVALUATE\",\"version\":77}"),
          Map.entry("POST /cases/{id}/photos", ""),
          Map.entry("POST /report-runs", "{\"period\":\"2199-01-01--2199-01-02\"}"),
          Map.entry("POST /report-runs/{id}/steps", "{\"move\":\"REVIEW\",\"version\":77}"),
          Map.entry("POST /report-recipients", "{\"address\":\"hostile@city.example\"}"),
          Map.entry("POST /report-recipients/{id}/revocation", ""),
          Map.entry("POST /report-runs/{id}/mails", ""),
          Map.entry(
              "POST /installations",
              "{\"plate\":\"none\",\"vin\":\"LHSTLE00000000001\",\"phone\":\"1\",\"iccid\":\"8986000000000000000\",\"reason\":\"FIRST\"}"),
          Map.entry("POST /installations/{id}/test", ""),
          Map.entry(
              "POST /installations/{id}/slips", "{\"loaded\":true,\"slip\":\"h\",\"grossT\":1}"),
          Map.entry(
              "POST /installations/{id}/acceptance",
              "{\"seal\":\"h\",\"companySigner\":\"h\",\"installerSigner\":\"h\"}"),
          Map.entry("POST /installations/{id}/cancellation", "{\"reason\":\"h\"}"),
          Map.entry("POST /installations/{id}/photos", ""),
          Map.entry(
              "POST /events",
              "{\"sourceId\":\"h\",\"type\":\"OTHER\",\"title\":\"h\","
                  + "\"time\":\"2026-11-18T04:00:00Z\"}"),
          Map.entry(
              "POST /accounts",
              "{\"login\":\"hostile\",\"displayName\":\"h\",\"role\":\"AUDITOR\"}"),
          Map.entry("POST /accounts/{id}/access", "{\"enabled\":true}"),
          Map.entry("POST /accounts/{id}/password", ""),
          Map.entry(
              "POST /session/password",
              "{\"password\":\"wrong\",\"newPassword\":\"a password of the test\"}"),
          Map.entry("POST /tokens", "{\"source\":\"h\",\"days\":1}"),
          Map.entry("POST /tokens/{id}/revocation", ""),
          Map.entry(
              "POST /webhooks", "{\"url\":\"http://127.0.0.1:9/\",\"kinds\":[\"ALERT_RAISED\"]}"),
          Map.entry("POST /webhooks/{id}/revocation", ""),
          Map.entry("POST /webhooks/{id}/resending", "{}"),
          Map.entry("POST /alerts/{id}/notices", "{\"note\":\"h\"}"),
          Map.entry("POST /notices/{id}/answer", "{\"answer\":\"h\"}"),
          Map.entry("POST /notices/{id}/photos", ""),
          Map.entry("POST /alerts/{id}/appeal/photos", ""),
          Map.entry("POST /alerts/{id}/appeal", "{\"reason\":\"h\"}"),
          Map.entry("POST /appeals/{id}/decision", "{\"decision\":\"REJECTED\",\"reason\":\"h\"}"),
          Map.entry("POST /alerts/{id}/reviews", "{\"decision\":\"CONFIRMED\"}"),
          Map.entry("POST /captures", ""),
          Map.entry("POST /events/{sourceId}/photos", ""),
          Map.entry("POST /waybills/missing", "{\"plate\":\"h\",\"clientId\":\"hostile-1\"}"),
          Map.entry("POST /waybills/{id}/scans", "{\"kind\":\"OUT\",\"clientId\":\"hostile-1\"}"),
          Map.entry("POST /cases/{id}/linked", "{\"plate\":\"h\"}"),
          Map.entry(
              "POST /sweeping/orders",
              "{\"road\":\"h\",\"contractor\":\"h\",\"plate\":\""
                  + TestWeb.TRUCK
                  + "\","
                  + "\"windowEnd\":\"2026-11-18T05:00:00Z\"}"),
          Map.entry(
              "POST /collection-points/orders",
              "{\"pointId\":\"h\",\"plate\":\""
                  + TestWeb.TRUCK
                  + "\",\"windowEnd\":\"2026-11-18T05:00:00Z\"}"),
          Map.entry(
              "POST /exemptions",
              "{\"kind\":\"EVENT\",\"op\":\"\",\"placeIds\":[\"S1\"],\"reason\":\"h\","
                  + "\"evidence\":\"h\",\"from\":\"2026-11-18T04:00:00Z\","
                  + "\"to\":\"2026-11-18T05:00:00Z\"}"),
          Map.entry(
              "POST /exemptions/{id}/decision", "{\"decision\":\"WITHDRAWN\",\"reason\":\"h\"}"),
          Map.entry("POST /exemptions/{id}/files", ""),
          Map.entry("POST /drivers", "{\"licence\":\"h\",\"name\":\"h\"}"),
          // drivers and versions that are not there: nothing is done
          Map.entry(
              "POST /drivers/{id}/versions", "{\"version\":77,\"name\":\"h\",\"reason\":\"h\"}"),
          Map.entry(
              "POST /drivers/{id}/turns", "{\"plate\":\"" + TestWeb.TRUCK + "\",\"reason\":\"h\"}"),
          Map.entry("POST /driver-turns/{id}/end", "{\"version\":77,\"reason\":\"h\"}"),
          Map.entry(
              "POST /permit-requests",
              "{\"columns\":{\"permit_id\":\"h\",\"plate\":\""
                  + TestWeb.TRUCK
                  + "\",\"site_id\":\"P1\"},\"version\":0,\"note\":\"h\"}"),
          Map.entry(
              "POST /permit-requests/{id}/decision",
              "{\"decision\":\"WITHDRAWN\",\"reason\":\"h\"}"),
          Map.entry("POST /lay-ups", "{\"plate\":\"" + TestWeb.TRUCK + "\",\"reason\":\"h\"}"),
          // a version that it has not: nothing is done
          Map.entry("POST /lay-ups/{id}/end", "{\"version\":77,\"reason\":\"h\"}"),
          // who asks is not on duty
          Map.entry(
              "POST /shift-log",
              "{\"kind\":\"HAND_OVER\",\"text\":\"h\",\"items\":[\"h\"],\"handover\":\"\"}"),
          Map.entry("POST /vehicles/{plate}/commands", "{\"kind\":\"LOCATE\"}"),
          Map.entry("POST /plan/imports", ""),
          Map.entry("POST /plan/imports/application", ""),
          // a place that is there, and versions that it has not: nothing is done
          Map.entry("POST /plan/{layer}", PLACE.formatted("")),
          Map.entry("POST /plan/{layer}/{id}/versions", PLACE.formatted(",\"version\":77")),
          Map.entry("POST /plan/{layer}/{id}/end", "{\"version\":77,\"reason\":\"hostile\"}"),
          Map.entry("POST /packets/inspect", "{\"hex\":\"7e\"}"),
          Map.entry(
              "POST /case-limit-proposals",
              "{\"base\":77,\"reason\":\"h\","
                  + "\"limits\":{\"OTHER/FILING\":{\"amount\":0,\"unit\":\"CLOCK_HOUR\"}}}"),
          Map.entry(
              "POST /case-limit-proposals/{id}/decision",
              "{\"decision\":\"WITHDRAWN\",\"reason\":\"h\"}"),
          Map.entry(
              "POST /parameter-proposals",
              "{\"base\":77,\"reason\":\"h\",\"values\":{\"none\":1}}"),
          Map.entry(
              "POST /parameter-proposals/{id}/decision",
              "{\"decision\":\"WITHDRAWN\",\"reason\":\"h\"}"),
          Map.entry(
              "POST /trials",
              "{\"from\":\"2026-11-17T00:00:00Z\",\"to\":\"2026-11-18T00:00:00Z\","
                  + "\"values\":{\"none\":1}}"));

  private HostileBodies() {}
}
