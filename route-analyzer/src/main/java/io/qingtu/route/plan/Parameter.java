package io.qingtu.route.plan;

/**
 * Every number of the rule catalogue, once: name, default, unit and what it is for. A rule reads
 * its numbers from {@link Parameters} and writes none of its own.
 */
public enum Parameter {
  // cleaning
  LATE_S("late_s", 60, "s", "age from which a packet is late"),
  FUTURE_S("future_s", 120, "s", "C03 how far a fix may lie ahead of its receipt"),
  BOX_MARGIN_KM("box_margin_km", 200, "km", "C02 how far from the plan's places a fix may lie"),
  VMAX_TRUCK("vmax_truck", 120, "km/h", "C05 fastest plausible drive between two fixes"),
  JUMP_FIXES("jump_fixes", 2, "fixes", "C05 later fixes that must agree with a jump"),
  SPIKE_OUT_M("spike_out_m", 60, "m", "C06 shortest way out and back of a spike"),
  SPIKE_BACK_M("spike_back_m", 30, "m", "C06 how near a spike comes back"),
  SPIKE_S("spike_s", 60, "s", "C06 longest spike"),
  SPIKE_SHARE("spike_share", 0.5, "", "C06 share of the way that the reported speed explains"),
  DRIFT_M("drift_m", 60, "m", "C07 distance from the anchor that is drift while standing"),
  HEADING_KMH("heading_kmh", 5, "km/h", "C07, C08 speed below which heading and place mean little"),
  MISMATCH_KMH("mismatch_kmh", 20, "km/h", "C09 difference of GNSS and recorder speed"),
  MISMATCH_S("mismatch_s", 30, "s", "C09 how long they must differ"),
  GAP_S("gap_s", 120, "s", "C10 time between fixes from which nothing is known in between"),
  TUNNEL_PORTAL_M("tunnel_portal_m", 150, "m", "C11 distance of a gap's end from a portal"),
  TUNNEL_KMH("tunnel_kmh", 10, "km/h", "C11 slowest drive through a tunnel"),
  TUNNEL_SLACK_S("tunnel_slack_s", 120, "s", "C11 time on top of the drive"),
  SENSOR_STALE_S("sensor_stale_s", 90, "s", "age from which a sensor's value is unknown"),
  // SM-1 motion, SM-2 stay, SM-3 visit
  V_MOVE("v_move", 5, "km/h", "SM-1 speed from which a vehicle moves"),
  V_STOP("v_stop", 3, "km/h", "SM-1 speed below which a vehicle stops"),
  MOVE_M("move_m", 50, "m", "SM-1 displacement that is motion, or too much for standing"),
  MOVE_S("move_s", 60, "s", "SM-1 time of that displacement, and of standing"),
  STAY_R("stay_r", 50, "m", "SM-2 radius of a stay"),
  STAY_OUTLIERS("stay_outliers", 10, "fixes", "SM-2 fixes of a stay per outlier allowed"),
  SLOW_S("slow_s", 60, "s", "SM-2 shortest stay that is noted; who stays so long is slow"),
  JUNCTION_M("junction_m", 60, "m", "SM-2 TRAFFIC: distance from a junction"),
  TRAFFIC_M("traffic_m", 100, "m", "SM-2 TRAFFIC: distance from another slow truck"),
  TRAFFIC_S("traffic_s", 600, "s", "SM-2 TRAFFIC: a stay that is shorter"),
  TRAFFIC_JAM("traffic_jam", 3, "", "SM-2 TRAFFIC: slow trucks that make a longer stay a jam"),
  ENTER_S("enter_s", 20, "s", "SM-3 time between the fixes inside that make an entry"),
  ENTER_KMH("enter_kmh", 5, "km/h", "SM-3 speed below which one fix inside is an entry"),
  EXIT_M("exit_m", 30, "m", "SM-3 distance outside that makes an exit"),
  EXIT_S("exit_s", 60, "s", "SM-3 time outside that makes an exit"),
  // SM-4 load
  RATED_T("rated_t", 16, "t", "SM-4 rated load of a vehicle whose file does not say"),
  HEAVY_SHARE("heavy_share", 0.40, "", "SM-4 share of the rated load from which it is loaded"),
  LIGHT_SHARE("light_share", 0.15, "", "SM-4 share of the rated load up to which it is empty"),
  LOAD_HOLD_S("load_hold_s", 60, "s", "SM-4 how long a sensor must say so"),
  SITE_DWELL_S("site_dwell_s", 300, "s", "SM-4 stay in a site that loads"),
  END_DWELL_S("disp_dwell", 180, "s", "SM-4, M06c stay in an end place that unloads"),
  CONF_SENSOR("conf_sensor", 0.95, "", "SM-4 confidence of weight and load sensors"),
  CONF_CAMERA("conf_camera", 0.90, "", "SM-4 confidence of a gate camera"),
  CONF_LIFT("conf_lift", 0.90, "", "SM-4 confidence of the lift"),
  CONF_END_PLACE("conf_end_place", 0.75, "", "SM-4 confidence of a stay in an end place"),
  CONF_SITE("conf_site", 0.70, "", "SM-4 confidence of a stay in a site under a permit"),
  CONF_NO_PERMIT("conf_no_permit", 0.50, "", "SM-4 the same without a valid permit"),
  CONF_RETURN("conf_return", 0.60, "", "SM-4 confidence that a truck back at a site is empty"),
  CONF_SHORT_VISIT("conf_short_visit", 0.20, "", "SM-6 loss by a short visit of an end place"),
  LOAD_AGE_S("load_age_s", 43200, "s", "SM-4 age of the last evidence that makes it unknown"),
  LOAD_GAP_S("load_gap_s", 1800, "s", "SM-4, SM-6 gap after which the load is unknown"),
  CONFLICT_S("conflict_s", 300, "s", "SM-4 how long two sources may disagree"),
  GATE_MATCH_S("gate_match_s", 300, "s", "gate capture and exit that belong together"),
  TRIP_TIMEOUT_S("trip_timeout", 10800, "s", "SM-6 age from which a loaded trip is overdue"),
  PARKED_S("parked_s", 3600, "s", "SM-6, M07 stay of a loaded truck that is parking"),
  PARKED_LONG_S("parked_long_s", 21600, "s", "M07 the same, more serious"),
  GAP_LOST_S("gap_lost_s", 600, "s", "SM-6 gap in which a load may have gone (P05)"),
  EXPIRED_DAYS("expired_days", 30, "d", "M06b age of an expired permit that is still named"),
  // M01
  CONF_MIN("conf_min", 0.6, "", "M01, M03 confidence that the truck is loaded"),
  LIFT_KMH("lift_kmh", 5, "km/h", "M01 speed up to which a body is raised to unload"),
  LIFT_HOLD_S("lift_hold", 20, "s", "M01, SM-4 how long the body is up"),
  DROP_FRAC("drop_frac", 0.60, "", "M01 share of the weight that falls"),
  DROP_WINDOW_S("drop_window", 600, "s", "M01 time in which it falls or stays"),
  WEIGHT_SAME("weight_same", 0.10, "", "M01 change of weight that is none"),
  PLACE_BUF("place_buf", 50, "m", "M01 distance from a polygon that is still at the place"),
  OWN_SITE_S("own_site_s", 900, "s", "M01 time after loading to level the load in the own site"),
  SPREAD_KMH("spread_kmh", 15, "km/h", "M01 fastest drive on which a load is spread"),
  // M02
  SUSPECT_EMIT("m02_emit", 0.60, "", "M02 score from which it is an alert"),
  SUSPECT_MIN_S("m02_stay_min", 120, "s", "M02 shortest stay"),
  SUSPECT_MAX_S("m02_stay_max", 2400, "s", "M02 longest stay"),
  SUSPECT_END_M("m02_end_m", 100, "m", "M02 distance from end places that excuses"),
  SUSPECT_PLACE_M("m02_place_m", 50, "m", "M02 distance from other places that excuses"),
  SUSPECT_RETURN("m02_f1", 0.40, "", "M02 weight: back at a site without an end place"),
  SUSPECT_OFF_ROAD("m02_f2", 0.20, "", "M02 weight: beside no road"),
  SUSPECT_TURN("m02_f3", 0.15, "", "M02 weight: turned or reversed there"),
  SUSPECT_AGAIN("m02_f4", 0.15, "", "M02 weight: stayed there on another trip"),
  SUSPECT_NIGHT("m02_f6", 0.05, "", "M02 weight: at night"),
  SUSPECT_AGAIN_M("m02_again_m", 100, "m", "M02 distance that is the same place"),
  SUSPECT_AGAIN_DAYS("m02_again_days", 7, "d", "M02 time in which it counts"),
  CARRIAGEWAY_M("carriageway_m", 25, "m", "M02 distance from a road that is beside it"),
  TURN_S("turn_s", 90, "s", "M02 time in which a truck turns"),
  TURN_KMH("turn_kmh", 10, "km/h", "M02 speed of turning"),
  TURN_DEG("turn_deg", 180, "°", "M02 change of course that is a turn"),
  FLIP_DEG("flip_deg", 150, "°", "M02 change of course that is reversing"),
  FLIP_M("flip_m", 20, "m", "M02 way on which it is"),
  NIGHT_FROM_H("night_from", 22, "h", "M02, M14 begin of the night, hour of the day"),
  NIGHT_TO_H("night_to", 5, "h", "M02, M14 end of the night, hour of the day"),
  // M13, M14
  LOADED_STOP_S("loaded_stop", 600, "s", "M13 stay of a loaded truck on its way"),
  LOADED_STOP_LONG_S("loaded_stop_long", 1800, "s", "M13 the same, more serious"),
  GATHER_TRUCKS("gather_trucks", 4, "", "M14 trucks that make a gathering"),
  GATHER_COMPANIES("gather_companies", 3, "", "M14 companies that they are of"),
  GATHER_M("gather_m", 150, "m", "M14 distance within which they stand"),
  GATHER_S("gather_s", 1200, "s", "M14 how long they stand together"),
  // M05, M06
  WINDOW_KMH("window_kmh", 10, "km/h", "M05 speed above which it drives"),
  WINDOW_S("window_s", 180, "s", "M05 drive outside the hours"),
  WINDOW_GRACE_S("grace", 600, "s", "M05 time before and after the hours that is tolerated"),
  WINDOW_TAIL_S("tail", 1800, "s", "M05 time after the hours in which a trip may still end"),
  PERMIT_LAG_S("permit_lag", 86400, "s", "M06 time in which a permit may be typed in late"),
  // M10, M11
  LIFT_DRIVE_KMH("lift_drive_kmh", 15, "km/h", "M10 speed at which the body must be down"),
  LIFT_DRIVE_S("lift_drive_s", 5, "s", "M10 how long it is up"),
  WEIGH_S("weigh_s", 60, "s", "M11 end of a stand over which is weighed, and shortest stand"),
  OVERLOAD_SHARE("overload_share", 0.10, "", "M11a excess over the rated load that is tolerated"),
  OVERLOAD_SERIOUS("overload_serious", 0.30, "", "M11a excess over the rated load that is serious"),
  LOSS_SHARE("loss_share", 0.05, "", "M11b share of the weight that goes missing"),
  LOSS_T("loss_t", 0.8, "t", "M11b weight that goes missing at least"),
  LOSS_SERIOUS("loss_serious", 0.20, "", "M11b share of the weight whose loss is serious"),
  // M08
  LIMIT_LOADED("limit_loaded", 50, "km/h", "M08 limit of a loaded truck in town"),
  LIMIT_EMPTY("limit_empty", 60, "km/h", "M08 limit of an empty truck in town"),
  LIMIT_LOADED_FAST("limit_loaded_fast", 60, "km/h", "M08 limit loaded on an expressway"),
  LIMIT_EMPTY_FAST("limit_empty_fast", 80, "km/h", "M08 limit empty on an expressway"),
  EXPRESSWAY("expressway", 70, "km/h", "M08 limit of a road from which it is an expressway"),
  LIMIT_MAIN("limit_main", 50, "km/h", "M08 limit of a main road (grades DEMO, 1) that has none"),
  LIMIT_SECOND("limit_second", 40, "km/h", "M08 limit of a road of grade 2 that has none"),
  LIMIT_SIDE("limit_side", 30, "km/h", "M08 limit of a side road (3, LANE) that has none"),
  STACKED_M("stacked_m", 30, "m", "M08 distance within which another road's limit may count"),
  OVER_SHARE("over_share", 0.10, "", "M08 excess that is tolerated"),
  OVER_S("over_s", 10, "s", "M08 how long it is too fast, or no longer"),
  OVER_FIXES("over_fixes", 3, "fixes", "M08 fixes that are too fast"),
  OVER_SPARSE_S("over_sparse_s", 15, "s", "M08 interval from which two fixes suffice"),
  OVER_SERIOUS("over_serious", 0.50, "", "M08 excess that is serious"),
  // D01, D02
  OFFLINE_S("offline_s", 600, "s", "D01 silence of a moving vehicle"),
  OFFLINE_PARKED_S("offline_parked_s", 86400, "s", "D01 silence of a parked vehicle"),
  POWER_CLEAR_S("power_clear_s", 60, "s", "D02 how long the alarm is gone at the end"),
  // D03 to D07
  ANTENNA_S("antenna_s", 30, "s", "D03 how long the antenna's flag is set"),
  NO_FIX_S("no_fix_s", 300, "s", "D04 how long there is no fix"),
  COLD_START_S("cold_start_s", 180, "s", "D04 time after switching on in which no fix is expected"),
  NO_FIX_M("no_fix_m", 200, "m", "D04 way that proves motion without a fix"),
  COVERED_M("covered_m", 1000, "m", "D04 way without a fix at a place that may be under a roof"),
  REARM_S("rearm_s", 300, "s", "A6 pause after which a violation is a new one"),
  REARM_TRIP_S("rearm_trip_s", 600, "s", "A6 the same within a trip: compliant that long"),
  // waybills
  WAYBILL_COST("waybill_cost", 4, "", "B2 cost below which a waybill fits"),
  WAYBILL_LEAD("waybill_lead", 1, "", "B2 by how much it must be the best"),
  WAYBILL_DIFFERS("waybill_differs", 3, "", "B2 cost of another site or end"),
  WAYBILL_OBSERVED("waybill_observed", 0.60, "", "B2 share of the trip that must be observed"),
  ACCEPT_S("accept_s", 86400, "s", "B2 time in which a load must be accepted"),
  ACCEPT_LATE_S("accept_late_s", 7200, "s", "B2 age of a late acceptance"),
  // D08
  FLAP_CHANGES("flap_changes", 20, "changes", "D08 changes of the cover that are still plausible"),
  FLAP_WINDOW_S("flap_window_s", 600, "s", "D08 time of these changes"),
  COVER_STEADY_S("cover_steady_s", 60, "s", "D08 how long each state lasts when it works again"),
  LIFT_FAULT_KMH("lift_fault_kmh", 30, "km/h", "D08 speed at which no body is up"),
  LIFT_FAULT_S("lift_fault_s", 60, "s", "D08 how long it says so"),
  COVER_TRIPS("cover_trips", 3, "", "D08 loaded trips in which no cover stays as it is"),
  LIFT_TRIPS("lift_trips", 3, "", "D08 unloadings in a disposal ground without a lift"),
  WEIGHT_UNLOADS("weight_unloads", 2, "", "D08 unloadings at which the weight does not fall"),
  WEIGHT_DRIFT("weight_drift", 0.10, "", "D08 drift of the empty weight, share of the rated load"),
  WEIGHT_DRIFT_DAYS("weight_drift_days", 7, "d", "D08 time of that drift"),
  WORK_STUCK_S("work_stuck_s", 1800, "s", "D08 work sensor on while the ignition is off"),
  WORK_SHIFTS("work_shifts", 2, "", "D08 shifts through which the work sensor is off"),
  WORK_SHIFT_S("work_shift_s", 1800, "s", "D08 time at work's speed on due roads in such a shift"),
  TICKET_DAYS("ticket_days", 3, "d", "D08 working days in which a sensor must be repaired"),
  // E sanitation
  FILL_MAX_S("fill_max", 30, "s", "E1 longest time between two fixes that is filled"),
  RUN_GAP_S("run_gap", 600, "s", "E1 longest pause within a run"),
  PASS_GAP_S("pass_gap", 1800, "s", "E1 a run that begins sooner after a pass is no new pass"),
  JOIN_MAX_S("join_max", 7200, "s", "E1 runs that begin within this make one pass"),
  PASS_MIN("pass_min", 0.90, "", "E1 share of the cells that makes a pass"),
  PARTIAL_MIN("partial_min", 0.30, "", "E3 share of the cells below which a pass is missed"),
  CELL_M("cell", 10, "m", "E0 length of a cell"),
  WORK_MATCH_M("match_radius", 25, "m", "E1 how far from a segment's line its work may be"),
  SIDE_DEGREES("side_angle", 45, "°", "E0 between heading and segment"),
  CROSSING_M(
      "crossing", 15, "m", "E1 less than this on a segment, and less than half, is a crossing"),
  WORK_MIN_KMH("work_v_min", 2, "km/h", "SM-5 slowest work"),
  WORK_MAX_KMH("work_v_max", 25, "km/h", "SM-5 fastest work"),
  INFER_MIN_KMH("infer_v_min", 3, "km/h", "SM-5 slowest work that is inferred without a sensor"),
  INFER_MAX_KMH("infer_v_max", 15, "km/h", "SM-5 fastest work that is inferred without a sensor"),
  INFER_S("infer_time", 60, "s", "SM-5 how long such a speed must last"),
  SWEEP_WARN_KMH("sweep_v_warn", 8, "km/h", "S04 sweeping faster is a violation"),
  WASH_WARN_KMH("wash_v_warn", 10, "km/h", "S04 wash-sweeping faster is a violation"),
  FLUSH_WARN_KMH("flush_v_warn", 10, "km/h", "S04 flushing faster is a violation"),
  SPRINKLE_WARN_KMH("sprinkle_v_warn", 15, "km/h", "S04 sprinkling faster is a violation"),
  SWEEP_INVALID_KMH("sweep_v_invalid", 15, "km/h", "E1 sweeping faster does not count"),
  WASH_INVALID_KMH("wash_v_invalid", 15, "km/h", "E1 wash-sweeping faster does not count"),
  FLUSH_INVALID_KMH("flush_v_invalid", 20, "km/h", "E1 flushing faster does not count"),
  SPRINKLE_INVALID_KMH("sprinkle_v_invalid", 25, "km/h", "E1 sprinkling faster does not count"),
  EARLY_S("early", 1200, "s", "S06 work that much before a window still counts for it"),
  EXEMPT_MIN("exempt_min", 0.80, "", "E3 share of a window that an exemption must cover"),
  NEAR_GAP_M("near_gap", 500, "m", "E1 a gap that near a segment may hide work on it"),
  SETTLE_S("settle", 1800, "s", "S01 wait for late data after a window"),
  FAST_S("fast_time", 30, "s", "S04 how long the speed must be too high"),
  FAST_M("fast_way", 100, "m", "S04 how far the speed must be too high"),
  IDLE_MIN_KMH("idle_v_min", 3, "km/h", "S05 slowest drive that should be work"),
  IDLE_S("idle_time", 120, "s", "S05 how long the work sensor must be off"),
  IDLE_M("idle_way", 300, "m", "S05 how far the work sensor must be off"),
  DEADHEAD("deadhead", 1.3, "", "S05 a way is direct up to this times the shortest"),
  SHIFT_MARGIN_S("shift_margin", 3600, "s", "E a shift is open that long around its windows"),
  CROWD_VEHICLES(
      "crowd", 3, "", "P03 vehicles off the same route at one place: the route is outdated"),
  CROWD_S("crowd_time", 86400, "s", "P03 within this time"),
  CROWD_M("crowd_radius", 300, "m", "P03 and within this distance"),
  DRIFT_TRUCKS("drift_trucks", 3, "", "P04 trucks that unload at one spot beside an end place"),
  DRIFT_S("drift_time", 86400, "s", "P04 within this time"),
  DRIFT_SPOT_M("drift_spot", 100, "m", "P04 size of the spot"),
  DRIFT_BESIDE_M("drift_beside", 300, "m", "P04 distance from the end place, 300 at most"),
  DEAD_ZONE_VEHICLES("dead_zone", 3, "", "D01 other vehicles lost at one place: a radio hole"),
  DEAD_ZONE_M("dead_zone_radius", 500, "m", "D01 within this distance"),
  DEAD_ZONE_DAYS("dead_zone_days", 30, "d", "D01 and within this time"),
  DEAD_ZONE_SLACK(
      "dead_zone_slack", 1.5, "", "D01 times the silence usual there that is still its own"),
  OUTAGE_VEHICLES("outage_vehicles", 3, "", "D01 and at least so many vehicles"),
  OUTAGE_SHARE("outage_share", 0.20, "", "D01 share of the fleet that falls silent at once"),
  OUTAGE_S("outage_time", 120, "s", "D01 what at once means"),
  // M03
  V_COV("v_cov", 10, "km/h", "M03 speed from which the cover must be closed"),
  T_COV("t_cov", 30, "s", "M03 how long it is open"),
  COV_M("cov_m", 100, "m", "M03 how far it is driven open"),
  WAY_ERROR_M("way_error_m", 1, "m", "M03 what the rounding of fixes may lose of a way"),
  GATE_FREE("gate_free", 100, "m", "M03 way from a gate on which the cover may be open"),
  CLOSED_S("closed_s", 10, "s", "M03 how long it is closed at the end"),
  COV_SERIOUS_S("cov_serious_s", 120, "s", "M03 time from which it is serious"),
  COV_SERIOUS_M("cov_serious_m", 500, "m", "M03 way from which it is serious"),
  COV_FAST_KMH("cov_fast_kmh", 20, "km/h", "M03 mean speed that makes it worse"),
  CAMERA_S("camera_s", 600, "s", "M03 time around an event in which a camera agrees"),
  // M04
  WARN_FIXES("warn_fixes", 4, "fixes", "M04 consecutive fixes outside that warn"),
  WARN_S("warn_s", 20, "s", "M04 time between the first and last of them"),
  WARN_FAR("warn_far", 3, "", "M04 half-widths beyond which two fixes warn"),
  WARN_AWAY("warn_away", 2, "", "M04 half-widths beyond which fixes that lead away warn"),
  WARN_AWAY_FIXES("warn_away_fixes", 2, "fixes", "M04 consecutive fixes outside of which they are"),
  WARN_AWAY_SHARE("warn_away_share", 0.5, "", "M04 share of each step that leads away"),
  WARN_AWAY_S("warn_away_s", 18, "s", "M04 time since the last fix inside in which they count"),
  BACK_SHARE("back_share", 0.7, "", "M04 half-widths within which it is back"),
  BACK_FIXES("back_fixes", 2, "fixes", "M04 fixes there that make it back"),
  BACK_S("back_s", 60, "s", "M04 time inside that ends the alert"),
  DEV_S("dev_s", 180, "s", "M04 time outside that is a violation"),
  DEV_M("dev_m", 500, "m", "M04 way outside that is a violation"),
  DEV_SERIOUS_S("dev_serious_s", 600, "s", "M04 time outside that is serious"),
  DEV_CRITICAL_S("dev_critical_s", 900, "s", "M04 time outside that is critical"),
  DEV_APRON_M("dev_apron_m", 150, "m", "M04 distance from sites and end places not judged"),
  BLIND_S("blind_s", 30, "s", "M04, M08 time after a gap that is not judged"),
  CORR("corr", 50, "m", "M04 half-width of a corridor that names none"),
  EDGE_M("edge_m", 20, "m", "M04 distance of a segment from the line that runs on it"),
  EDGE_SHARE("edge_share", 0.8, "", "M04 share of the segment that must be that near"),
  ROUTE_NEAR_M("route_near_m", 30, "m", "M04, C12 distance of a drawn route from the roads"),
  ROUTE_NEAR_SHARE("route_near_share", 0.95, "", "M04, C12 share of the route that near"),
  DATUM_FIXES("datum_fixes", 200, "fixes", "C12 moving fixes that tell a datum"),
  DATUM_SAMPLES("datum_samples", 2000, "fixes", "C12 moving fixes that are held against roads"),
  DATUM_KMH("datum_kmh", 10, "km/h", "C12 speed from which a fix is on a road"),
  DATUM_TIMES("datum_times", 3, "", "C12 how many times nearer another datum brings them"),
  DATUM_SHARE("datum_share", 0.1, "", "C12 share of them in each direction"),
  DATUM_REACH_M("datum_reach_m", 200, "m", "C12 distance from roads beyond which all is alike"),
  DATUM_WITNESSES("datum_witnesses", 3, "", "C12 routes and stays that tell a place's datum"),
  ROAD_MATCH_M("match_m", 50, "m", "distance to a segment within which a fix may be on it"),
  MATCH_DEG("match_deg", 45, "°", "angle between course and segment up to which they agree");

  private final String key;
  private final double initial;
  private final String unit;
  private final String meaning;

  Parameter(String key, double initial, String unit, String meaning) {
    this.key = key;
    this.initial = initial;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** Name in files and on pages. */
  public String key() {
    return key;
  }

  /** Default value. */
  public double initial() {
    return initial;
  }

  public String unit() {
    return unit;
  }

  public String meaning() {
    return meaning;
  }
}
