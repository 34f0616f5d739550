package io.qingtu.route.plan;

/** What is done to a road. */
public enum Operation {
  /** 机扫. */
  SWEEP,
  /** 洗扫. */
  WASH,
  /** 冲洗. */
  FLUSH,
  /** 洒水. */
  SPRINKLE
}
