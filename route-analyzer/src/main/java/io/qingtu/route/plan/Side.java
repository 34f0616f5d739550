package io.qingtu.route.plan;

/**
 * Side of a road relative to the direction in which its line was digitised; traffic keeps right.
 */
public enum Side {
  FWD,
  REV
}
