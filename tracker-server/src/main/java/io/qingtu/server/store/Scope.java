package io.qingtu.server.store;

/**
 * Whose data a reader may see. Every query of vehicles, tracks, alerts and trips takes one and puts
 * it into its SQL, so that no page can show more.
 *
 * @param wholeCity whether everything may be seen; {@code companyId} then means nothing
 */
public record Scope(boolean wholeCity, int companyId) {
  public static final Scope CITY = new Scope(true, 0);

  /** No company has this id, and what belongs to no company has 0. */
  public static final Scope NOTHING = new Scope(false, -1);

  public static Scope ofCompany(int companyId) {
    return new Scope(false, companyId);
  }

  /** Condition on {@code v}, the vehicle; its arguments are {@link #arguments()}. */
  static final String CONDITION = "(? or v.company_id = ?)";

  /** A condition on {@code p}, a position, for a statement that takes no parameters. */
  String literal() {
    return wholeCity
        ? "true"
        : "p.vehicle_id in (select id from vehicle where company_id = " + companyId + ")";
  }

  Object[] arguments() {
    return new Object[] {wholeCity, companyId};
  }

  public boolean covers(int company) {
    return wholeCity || company == companyId;
  }
}
