package io.qingtu.route.plan;

/** Kind of place, with the names of the data-set format. */
public enum PlaceKind {
  /** 工地. */
  SITE,
  /** 消纳场. */
  DISPOSAL,
  /** 回填工地. */
  BACKFILL,
  /** 资源化利用厂. */
  PLANT,
  /** 垃圾中转站. */
  TRANSFER,
  /** 停车场. */
  DEPOT,
  FUEL,
  WASH,
  WEIGH,
  REPAIR,
  /** 加水点. */
  WATER_FILL,
  /** 污水排放点. */
  SLUDGE_DUMP,
  CHECKPOINT,
  /** 收集点. */
  COLLECT,
  /** 禁行区. */
  ZONE_NO_ENTRY,
  /** 限时禁行区. */
  ZONE_CURFEW;

  /** Whether muck may legally end here, if a permit names the place. */
  public boolean isEndPlace() {
    return this == DISPOSAL || this == BACKFILL || this == PLANT || this == TRANSFER;
  }

  public boolean isZone() {
    return this == ZONE_NO_ENTRY || this == ZONE_CURFEW;
  }
}
