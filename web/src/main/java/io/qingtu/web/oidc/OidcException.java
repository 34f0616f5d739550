package io.qingtu.web.oidc;

/** A sign-in that the provider has not made, or not so that it can be believed. */
final class OidcException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OidcException(String why) {
    super(why);
  }

  OidcException(String why, Throwable cause) {
    super(why + ": " + cause.getMessage(), cause);
  }
}
