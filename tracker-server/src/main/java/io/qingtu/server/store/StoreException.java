package io.qingtu.server.store;

import java.sql.SQLException;
import java.util.Set;

/** The database did not do what was asked; says whether asking again could help. */
public final class StoreException extends RuntimeException {
  /** With whom the fault lies. */
  public enum Blame {
    /** With what was sent: the same again would fail the same way. */
    SENT,
    /** With the server or the way to it, and it may pass: a lost connection, a full disk. */
    SERVER,
    /**
     * It cannot be told from the answer: a trigger, a right that is missing, a statement that does
     * not suit the table. Where the server takes other rows meanwhile, it lies with what was sent.
     */
    UNCLEAR
  }

  /**
   * Classes of SQLSTATE (PostgreSQL documentation, appendix A): connection, transaction state,
   * authorization, no such database, rolled back, resources, state of an object, intervention,
   * system and internal errors.
   */
  private static final Set<String> OF_THE_SERVER =
      Set.of("", "08", "25", "28", "3D", "40", "53", "55", "57", "58", "XX");

  private static final Set<String> OF_THE_SENT = Set.of("22", "23");

  private static final long serialVersionUID = 1L;

  private final String state;

  public StoreException(String doing, SQLException cause) {
    super(doing + ": " + cause.getMessage(), cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  /** SQLState of the cause; empty where it has none. */
  public String state() {
    return state;
  }

  /** Whether a row of the same key is there already (unique_violation). */
  boolean isDuplicate() {
    return state.equals("23505");
  }

  /** With whom the fault lies, by the class of the SQLSTATE. */
  public Blame blame() {
    String kind = state.substring(0, Math.min(2, state.length()));
    if (OF_THE_SENT.contains(kind)) {
      return Blame.SENT;
    }
    return OF_THE_SERVER.contains(kind) ? Blame.SERVER : Blame.UNCLEAR;
  }

  /** Whether the same again would fail the same way. */
  public boolean isPermanent() {
    return blame() == Blame.SENT;
  }
}
