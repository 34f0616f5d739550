package io.qingtu.web.http;

/** A request that cannot be answered, with the words for the caller. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  private ApiException(int status, String code, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** A parameter or field is wrong; the detail begins with its name. */
  public static ApiException badParameter(String name, String why) {
    return new ApiException(400, "bad_parameter", name + ": " + why);
  }

  public static ApiException notFound(String what) {
    return new ApiException(404, "not_found", what + " does not exist or is not yours to see");
  }

  public static ApiException unauthorised(String detail) {
    return new ApiException(401, "unauthorised", detail);
  }

  /** The password was right; the sign-in is to be sent once more, with the code. */
  public static ApiException codeNeeded(String detail) {
    return new ApiException(401, "code_needed", detail);
  }

  /** Nothing is done for this account before it has a second step of sign-in. */
  public static ApiException secondFactorOwed(String detail) {
    return new ApiException(403, "second_factor_owed", detail);
  }

  public static ApiException forbidden(String detail) {
    return new ApiException(403, "forbidden", detail);
  }

  public static ApiException tooManyAttempts(String detail) {
    return new ApiException(429, "too_many_attempts", detail);
  }

  /** The body is of a kind that is not taken. */
  public static ApiException unsupported(String code, String detail) {
    return new ApiException(415, code, detail);
  }

  /** What is asked does not go with how things stand. */
  public static ApiException conflict(String code, String detail) {
    return new ApiException(409, code, detail);
  }

  /** Evidence on our side is not what it was. */
  public static ApiException damaged(String detail) {
    return new ApiException(500, "damaged", detail);
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Stable word for programs. */
  public String code() {
    return code;
  }
}
