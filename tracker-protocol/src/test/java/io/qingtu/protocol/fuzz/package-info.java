/**
 * What a fuzzer feeds: each target takes any bytes and fails where the codec breaks a promise. The
 * build runs them over the vectors, over what was found, and over a fixed number of mutations;
 * {@code scripts/fuzz.sh} lets a coverage-guided fuzzer search for as long as one likes.
 */
package io.qingtu.protocol.fuzz;
