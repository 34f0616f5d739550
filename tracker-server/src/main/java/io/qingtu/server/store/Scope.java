package io.qingtu.server.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whose data a reader may see. Every query of vehicles, tracks, alerts and trips takes one and puts
 * it into its SQL, so that no page can show more; the database itself holds to it, too ({@link
 * ReadAs}).
 *
 * @param id of the company, squad or district; 0 where the reach needs none
 * @param companies whose vehicles may be seen, and whose cases, itself among them
 */
public record Scope(Reach reach, int id, Set<Integer> companies) {
  /** How far somebody sees. */
  public enum Reach {
    CITY,
    /** The companies that are filed under the district, and what is dispatched to it. */
    DISTRICT,
    /** The own vehicles, what is about them, and what is dispatched to the company. */
    COMPANY,
    /** 执法队: what is dispatched to it, with all that others have said of it. */
    SQUAD,
    NOTHING
  }

  public static final Scope CITY = new Scope(Reach.CITY, 0, Set.of());
  public static final Scope NOTHING = new Scope(Reach.NOTHING, 0, Set.of());

  /** Condition on {@code v}, the vehicle; its arguments are {@link #arguments()}. */
  static final String CONDITION = "(? or v.company_id = any(?))";

  public Scope {
    companies = Set.copyOf(companies);
  }

  public static Scope ofCompany(int companyId) {
    return new Scope(Reach.COMPANY, companyId, Set.of(companyId));
  }

  public static Scope ofSquad(int squadId) {
    return new Scope(Reach.SQUAD, squadId, Set.of(squadId));
  }

  /**
   * @param companies those filed under it
   */
  public static Scope ofDistrict(int districtId, Collection<Integer> companies) {
    Set<Integer> all = new TreeSet<>(companies);
    all.add(districtId);
    return new Scope(Reach.DISTRICT, districtId, all);
  }

  public boolean wholeCity() {
    return reach == Reach.CITY;
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
        : "p.vehicle_id in (select id from vehicle where company_id = any('"
            + companiesLiteral()
            + "'))";
  }

  /** The companies as PostgreSQL writes an array. */
  String companiesLiteral() {
    return companies.stream()
        .map(c -> Integer.toString(c))
        .collect(Collectors.joining(",", "{", "}"));
  }

  Object[] arguments() {
    return new Object[] {wholeCity(), ids()};
  }

  /** The companies as an argument of a statement. */
  Integer[] ids() {
    return List.copyOf(companies).toArray(Integer[]::new);
  }

  public boolean covers(int company) {
    return wholeCity() || companies.contains(company);
  }
}
