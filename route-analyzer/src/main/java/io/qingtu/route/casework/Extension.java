package io.qingtu.route.casework;

/**
 * The longer time (延期) of a case: whoever handles it asks for it, once, and somebody else decides.
 * Until that is done the limit runs as it did.
 *
 * @param asker row id of the account that asked; {@link Step#SYSTEM} where nobody did
 * @param more how much longer; null where nobody asked
 * @param share that is of the limit of handling: above 0, at most 1
 */
public record Extension(State state, int asker, Limit more, double share) {
  /** How far it has come. */
  public enum State {
    /** Nobody asks, or who asked has answered before somebody decided. */
    NONE,
    /** Somebody has to decide. */
    ASKED,
    GRANTED,
    REFUSED
  }

  static final Extension NONE = new Extension(State.NONE, Step.SYSTEM, null, 0);

  static Extension asked(int asker, Limit more, Limit handling) {
    return new Extension(State.ASKED, asker, more, more.amount() / handling.amount());
  }

  /** What nobody asked for was always as long again as the limit. */
  Extension granted(Limit handling) {
    return state == State.ASKED
        ? new Extension(State.GRANTED, asker, more, share)
        : new Extension(State.GRANTED, Step.SYSTEM, handling, 1);
  }

  Extension refused() {
    return new Extension(State.REFUSED, asker, more, share);
  }

  /** A request that nobody has decided on ends with the work that it was about. */
  Extension without(boolean work) {
    return state == State.ASKED && !work ? NONE : this;
  }

  Limit applied(Limit handling) {
    return state == State.GRANTED ? handling.times(1 + share) : handling;
  }
}
