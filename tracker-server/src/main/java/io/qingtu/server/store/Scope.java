package io.qingtu.server.store;

/**
 * Whose data a reader may see. Every query of vehicles, tracks, alerts and trips takes one and puts
 * it into its SQL, so that no page can show more.
 *
 * @param id of the company or squad; 0 where the reach needs none
 */
public record Scope(Reach reach, int id) {
  /** How far somebody sees. */
  public enum Reach {
    CITY,
    /** The own vehicles, what is about them, and what is dispatched to the company. */
    COMPANY,
    /** 执法队: what is dispatched to it, with all that others have said of it. */
    SQUAD,
    NOTHING
  }

  public static final Scope CITY = new Scope(Reach.CITY, 0);
  public static final Scope NOTHING = new Scope(Reach.NOTHING, 0);

  /** No company has this id, and what belongs to no company has 0. */
  private static final int NOBODY = -1;

  /** Condition on {@code v}, the vehicle; its arguments are {@link #arguments()}. */
  static final String CONDITION = "(? or v.company_id = ?)";

  public static Scope ofCompany(int companyId) {
    return new Scope(Reach.COMPANY, companyId);
  }

  public static Scope ofSquad(int squadId) {
    return new Scope(Reach.SQUAD, squadId);
  }

  public boolean wholeCity() {
    return reach == Reach.CITY;
  }

  /** The company or squad that is meant; none has the id of the city's. */
  int side() {
    return reach == Reach.COMPANY || reach == Reach.SQUAD ? id : NOBODY;
  }

  /**
   * The company from which the names, words and pictures of other companies are kept; 0 for others.
   */
  int competitor() {
    return reach == Reach.COMPANY ? id : 0;
  }

  /** A condition on {@code p}, a position, for a statement that takes no parameters. */
  String literal() {
    return wholeCity()
        ? "true"
        : "p.vehicle_id in (select id from vehicle where company_id = " + side() + ")";
  }

  Object[] arguments() {
    return new Object[] {wholeCity(), side()};
  }

  public boolean covers(int company) {
    return wholeCity() || company == side();
  }
}
