package io.qingtu.route.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An alert while a rule still writes it; {@link #build} may be called at every revision. */
public final class AlertDraft {
  private final String rule;
  private final String plate;
  private final String ruleVersion;
  private final Instant start;
  private final Instant decided;
  private final List<Condition> decision = new ArrayList<>();
  private Instant end;
  private double longitude = Double.NaN;
  private double latitude = Double.NaN;
  private Grade grade = Grade.B;
  private int severity = 1;
  private AlertStatus status = AlertStatus.OPEN;
  private String reason = "";
  private String placeId = "";
  private String permitId = "";
  private String tripId = "";
  private List<String> segmentIds = List.of();
  private double measured = Double.NaN;
  private double allowed = Double.NaN;
  private String unit = "";

  /**
   * @param start first moment of the violation
   * @param decided the fix that decided it, or the deadline that passed
   */
  public AlertDraft(String rule, String plate, String ruleVersion, Instant start, Instant decided) {
    this.rule = rule;
    this.plate = plate;
    this.ruleVersion = ruleVersion;
    this.start = start;
    this.decided = decided;
  }

  /** The violation goes on (again). */
  public AlertDraft reopen() {
    end = null;
    status = status == AlertStatus.ENDED ? AlertStatus.OPEN : status;
    return this;
  }

  /** The violation is over; a status that says more than OPEN stays. */
  public AlertDraft end(Instant at) {
    end = at;
    status = status == AlertStatus.OPEN ? AlertStatus.ENDED : status;
    return this;
  }

  public AlertDraft at(double longitude, double latitude) {
    this.longitude = longitude;
    this.latitude = latitude;
    return this;
  }

  public AlertDraft grade(Grade grade) {
    this.grade = grade;
    return this;
  }

  public AlertDraft severity(int severity) {
    this.severity = severity;
    return this;
  }

  public AlertDraft status(AlertStatus status, String reason) {
    this.status = status;
    this.reason = reason;
    return this;
  }

  public AlertDraft reason(String reason) {
    this.reason = reason;
    return this;
  }

  public AlertDraft place(String placeId) {
    this.placeId = placeId;
    return this;
  }

  public AlertDraft permit(String permitId) {
    this.permitId = permitId;
    return this;
  }

  public AlertDraft trip(String tripId) {
    this.tripId = tripId;
    return this;
  }

  public AlertDraft segments(List<String> segmentIds) {
    this.segmentIds = List.copyOf(segmentIds);
    return this;
  }

  public AlertDraft measured(double measured, double allowed, String unit) {
    this.measured = measured;
    this.allowed = allowed;
    this.unit = unit;
    return this;
  }

  /** Adds a line to the decision trace; a line of the same name is replaced. */
  public AlertDraft because(String name, String value, boolean held) {
    Condition line = new Condition(name, value, held);
    for (int i = 0; i < decision.size(); i++) {
      if (decision.get(i).name().equals(name)) {
        decision.set(i, line);
        return this;
      }
    }
    decision.add(line);
    return this;
  }

  /** The same, for a condition that held. */
  public AlertDraft because(String name, String value) {
    return because(name, value, true);
  }

  public Instant start() {
    return start;
  }

  /** Last moment; null while it goes on. */
  public Instant end() {
    return end;
  }

  public String tripId() {
    return tripId;
  }

  public AlertStatus status() {
    return status;
  }

  public int severity() {
    return severity;
  }

  public Alert build() {
    return new Alert(
        rule,
        plate,
        start,
        decided,
        end,
        longitude,
        latitude,
        grade,
        severity,
        status,
        reason,
        placeId,
        permitId,
        tripId,
        segmentIds,
        measured,
        allowed,
        unit,
        ruleVersion,
        decision);
  }
}
