package io.qingtu.route.alert;

/** How well an alert is proved: A two independent sources, B one direct source, C inference. */
public enum Grade {
  A,
  B,
  C
}
