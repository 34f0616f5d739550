package io.qingtu.route.trial;

/**
 * How many alerts of one rule other rules or parameters add, take away and change.
 *
 * @param rule code of the catalogue
 * @param before alerts without them, whatever their status
 * @param after alerts with them
 */
public record RuleDifference(String rule, int before, int after, int added, int gone, int changed) {
  public int same() {
    return after - added - changed;
  }
}
