package io.qingtu.route.plan;

/** Kind of vehicle, with the names of the data-set format. */
public enum VehicleKind {
  /** 渣土车. */
  MUCK_TRUCK,
  /** 扫路车. */
  SWEEPER,
  /** 洗扫车. */
  WASH_SWEEPER,
  /** 洒水车. */
  SPRINKLER,
  /** 冲洗车. */
  FLUSHER,
  /** 垃圾收运车. */
  COLLECTION_TRUCK,
  /** In no vehicle file: its data are kept and counted, no rule of a fleet applies to it. */
  OTHER;

  /** Whether it works on the road by a cleaning plan. */
  public boolean cleansRoads() {
    return this == SWEEPER || this == WASH_SWEEPER || this == SPRINKLER || this == FLUSHER;
  }
}
