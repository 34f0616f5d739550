package io.qingtu.route;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.camera.GateTrack;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.TerminalWatch;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.sweep.Whereabouts;
import io.qingtu.route.sweep.WorkRecord;
import io.qingtu.route.track.Gap;
import io.qingtu.route.track.Silence;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.LooseWaybill;
import io.qingtu.route.trip.SuspectStay;
import io.qingtu.route.trip.Transit;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.VehicleStay;
import java.util.List;

/**
 * What the fixes of one vehicle say by themselves; the city's analysis joins these.
 *
 * @param stays of a muck truck, in places and outside them, a minute or longer, in order of time
 * @param suspects stays at which a load may have been dumped: candidates of M02
 * @param transits how long each trip has been on the road
 * @param gaps stretches of which it is not known what was done: without fixes, or with a work
 *     sensor that said nothing
 * @param silences times without a packet, moving or not: an outage of the platform shows in many
 *     vehicles' at once
 * @param waybills those of the vehicle that none of its trips carries
 * @param gates what its track says of gate cameras
 */
public record VehicleFindings(
    Vehicle vehicle,
    List<Alert> alerts,
    List<Trip> trips,
    List<VehicleStay> stays,
    List<SuspectStay> suspects,
    List<Transit> transits,
    WorkRecord work,
    List<Gap> gaps,
    List<Silence> silences,
    List<VehicleDayQuality> quality,
    List<VehicleDayWork> days,
    List<LooseWaybill> waybills,
    GateTrack gates,
    Whereabouts where,
    TerminalWatch.Findings terminal) {}
