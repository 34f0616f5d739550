package io.qingtu.server.store;

/** What a webhook may be told, with the name of the message's type. */
public enum WebhookKind {
  ALERT_RAISED("alert.raised"),
  ALERT_REVISED("alert.revised"),
  /** A case has come to another stage. */
  CASE_STAGE("case.stage"),
  /** What has become of an event that a source has reported. */
  EVENT_RESULT("event.result");

  private final String type;

  WebhookKind(String type) {
    this.type = type;
  }

  /** As the message names it. */
  public String type() {
    return type;
  }
}
