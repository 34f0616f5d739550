package io.qingtu.server.traits;

import io.qingtu.server.profile.TerminalProfile;

/**
 * The profile of a terminal.
 *
 * @param by why it is this one
 */
public record ProfileChoice(TerminalProfile profile, By by) {
  /** Who has chosen. The names stand in the database and in the API. */
  public enum By {
    /** the register of terminals names it */
    REGISTER,
    /** it fits what the terminal says of itself */
    MATCH,
    /** nothing is known of the terminal */
    STANDARD
  }
}
