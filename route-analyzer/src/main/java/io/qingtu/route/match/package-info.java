/**
 * Map matching as a second stage: which roads a stretch of a track was driven on, by a hidden
 * Markov model over the road graph. Dear in comparison with one fix of the rules, so it is asked of
 * suspicious stretches, gaps and evidence alone.
 */
package io.qingtu.route.match;
