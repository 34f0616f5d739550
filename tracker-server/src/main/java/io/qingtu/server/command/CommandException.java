package io.qingtu.server.command;

/** A command that cannot be, with the field that is wrong and why. */
public final class CommandException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String why;

  public CommandException(String field, String why) {
    super(field + ": " + why);
    this.field = field;
    this.why = why;
  }

  public String field() {
    return field;
  }

  public String why() {
    return why;
  }
}
