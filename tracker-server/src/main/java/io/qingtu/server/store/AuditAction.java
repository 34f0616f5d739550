package io.qingtu.server.store;

import java.util.Locale;

/**
 * What the log of who did what knows. Each has its word on the page of the log; a word that was
 * written once stays here, since the log keeps it.
 */
public enum AuditAction {
  SIGN_IN,
  SIGN_IN_REFUSED,
  REVIEW,
  NOTICE,
  /** A company has filed a photo with which it answers. */
  NOTICE_PHOTO,
  NOTICE_ANSWERED,
  /** A company has appealed against an alert that no case took up. */
  APPEAL_LODGED,
  APPEAL_PHOTO,
  APPEAL_UPHELD,
  APPEAL_REJECTED,
  EVIDENCE,
  EVIDENCE_BUNDLE,
  EVIDENCE_SHEET,
  MEDIA,
  CASE,
  CASE_STEP,
  /** A photo of a case was filed. */
  CASE_PHOTO,
  /** A photo of a case was looked at. */
  PHOTO,
  /** Another system told of something. */
  EVENT,
  CAPTURE,
  SCAN,
  ROAD_ORDER,
  POINT_ORDER,
  SHIFT,
  EXEMPTION_ASKED,
  EXEMPTION_FILE,
  EXEMPTION_APPROVED,
  EXEMPTION_REJECTED,
  EXEMPTION_WITHDRAWN,
  COMMAND,
  PLAN_EDIT,
  /** A vehicle was laid up (报停). */
  LAY_UP,
  /** 复驶, or another end of it. */
  LAY_UP_ENDED,
  /** A driver was registered. */
  DRIVER,
  DRIVER_CHANGED,
  /** A driver was put on a vehicle. */
  DRIVER_TURN,
  DRIVER_TURN_ENDED,
  /** A company has asked for a permit, or for another state of one (准运证申报). */
  PERMIT_ASKED,
  PERMIT_TAKEN,
  PERMIT_REFUSED,
  PERMIT_WITHDRAWN,
  /** An underpass was closed for water, or opened. */
  CLOSURE,
  EXPORT,
  /** A file of a weekly report was taken. */
  REPORT,
  /** A report of chosen days was frozen. */
  REPORT_FREEZE,
  REPORT_STEP,
  REPORT_RECIPIENT,
  REPORT_RECIPIENT_REMOVED,
  REPORT_RESENT,
  PAST_AREA,
  PAST_FLEET,
  SPILL,
  GAP,
  LINKED,
  BEHAVIOUR,
  TRIAL,
  PARAMETERS_PROPOSED,
  PARAMETERS_APPROVED,
  PARAMETERS_REJECTED,
  PARAMETERS_WITHDRAWN,
  CASE_LIMITS_PROPOSED,
  CASE_LIMITS_APPROVED,
  CASE_LIMITS_REJECTED,
  CASE_LIMITS_WITHDRAWN,
  TERMINAL_BINDING,
  INSTALLATION_TEST,
  INSTALLATION_WEIGH,
  INSTALLATION_PHOTO,
  INSTALLATION_ACCEPT,
  INSTALLATION_CANCEL,
  ACCOUNT,
  ACCOUNT_ENABLED,
  ACCOUNT_DISABLED,
  PASSWORD_GIVEN,
  PASSWORD_CHANGED,
  SECOND_FACTOR,
  SECOND_FACTOR_REVOKED,
  SESSION_REVOKED,
  TOKEN,
  TOKEN_REVOKED,
  WEBHOOK,
  WEBHOOK_REVOKED,
  WEBHOOK_RESENT,
  RETENTION,
  AUDIT_READ,
  AUDIT_VERIFIED;

  /** As it stands in the log, such as {@code sign-in}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A proposal to change parameters was decided so. */
  public static AuditAction ofParameters(Decision decision) {
    return switch (decision) {
      case APPROVED -> PARAMETERS_APPROVED;
      case REJECTED -> PARAMETERS_REJECTED;
      case WITHDRAWN -> PARAMETERS_WITHDRAWN;
    };
  }

  /** A proposal to change the limits of cases was decided so. */
  public static AuditAction ofCaseLimits(Decision decision) {
    return switch (decision) {
      case APPROVED -> CASE_LIMITS_APPROVED;
      case REJECTED -> CASE_LIMITS_REJECTED;
      case WITHDRAWN -> CASE_LIMITS_WITHDRAWN;
    };
  }

  /** A request for an exemption was decided so. */
  public static AuditAction ofExemption(Decision decision) {
    return switch (decision) {
      case APPROVED -> EXEMPTION_APPROVED;
      case REJECTED -> EXEMPTION_REJECTED;
      case WITHDRAWN -> EXEMPTION_WITHDRAWN;
    };
  }

  /** An appeal was decided so. */
  public static AuditAction ofAppeal(AppealRow.Decision decision) {
    return switch (decision) {
      case UPHELD -> APPEAL_UPHELD;
      case REJECTED -> APPEAL_REJECTED;
    };
  }

  /** A request for a permit was decided so. */
  public static AuditAction ofPermit(PermitRequestRow.Decision decision) {
    return switch (decision) {
      case TAKEN -> PERMIT_TAKEN;
      case REFUSED -> PERMIT_REFUSED;
      case WITHDRAWN -> PERMIT_WITHDRAWN;
    };
  }

  /** A step of an installation. */
  public static AuditAction ofInstallation(InstallationRow.Move move) {
    return switch (move) {
      case TEST -> INSTALLATION_TEST;
      case WEIGH -> INSTALLATION_WEIGH;
      case ACCEPT -> INSTALLATION_ACCEPT;
      case CANCEL -> INSTALLATION_CANCEL;
    };
  }
}
