package io.qingtu.route.alert;

/**
 * One line of a decision trace: what was asked, what was found, and whether it held.
 *
 * @param name the condition in the rule's words, as {@code speed ≥ v_cov}
 * @param value what was found, with its unit
 */
public record Condition(String name, String value, boolean held) {}
