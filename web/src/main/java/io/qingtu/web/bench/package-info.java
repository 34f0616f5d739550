/**
 * Benchmarks against a floor: the least that a program must do for the same result, measured in the
 * same run.
 */
package io.qingtu.web.bench;
