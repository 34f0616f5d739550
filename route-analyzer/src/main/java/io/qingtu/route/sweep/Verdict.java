package io.qingtu.route.sweep;

/**
 * The result of one window and how its lacking passes divide.
 *
 * @param partial passes that were begun and left PARTIAL; 0 where the window is exempt or
 *     unobserved
 * @param missed passes of which less than that was done, likewise
 */
public record Verdict(PassResult result, int partial, int missed) {}
