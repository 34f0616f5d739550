package io.qingtu.web.server;

import java.util.Map;
import java.util.Set;

/** The tables that {@link HostileInputsIT} may change. */
final class HostileWrites {
  /** What a request may write where its input is a text like any other. */
  static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("POST /events", Set.of("case_file", "case_source")),
          Map.entry("POST /waybills/missing", Set.of("case_file", "case_source")),
          Map.entry("POST /accounts", Set.of("app_user")),
          Map.entry("POST /tokens", Set.of("api_token", "app_user")),
          Map.entry("POST /webhooks", Set.of("webhook")),
          Map.entry("POST /exemptions", Set.of("exemption_request")),
          Map.entry("POST /drivers", Set.of("company_driver", "company_driver_version")),
          Map.entry("POST /permit-requests", Set.of("permit_request")),
          Map.entry("POST /lay-ups", Set.of("lay_up", "lay_up_version")),
          Map.entry("POST /report-recipients", Set.of("report_recipient")),
          Map.entry("POST /alerts/{id}/notices", Set.of("alert_notice")),
          Map.entry("POST /notices/{id}/answer", Set.of("alert_notice")),
          Map.entry("POST /appeals/{id}/decision", Set.of("alert_appeal")),
          Map.entry("POST /alerts/{id}/reviews", Set.of("review")),
          Map.entry("POST /vehicles/{plate}/commands", Set.of("command", "command_event")));

  private HostileWrites() {}
}
