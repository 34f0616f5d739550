package io.qingtu.server.profile;

/** A profile that cannot be used; the message names file, key and reason. */
public final class ProfileException extends RuntimeException {
  ProfileException(String file, String key, String reason) {
    super(file + ": " + (key.isEmpty() ? "" : key + ": ") + reason);
  }
}
