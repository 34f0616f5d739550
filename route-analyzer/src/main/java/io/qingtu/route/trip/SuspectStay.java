package io.qingtu.route.trip;

import io.qingtu.route.track.StayMachine.Stay;

/**
 * A stay of a loaded truck at which it may have unloaded (M02), with what speaks for it.
 *
 * @param offRoad f2: not beside a road
 * @param turned f3: turned round or reversed there
 * @param repeated f4: stayed there on another trip, too
 * @param night f6: between 22:00 and 05:00
 * @param score sum of the weights, with f1: it came back to a site from there
 */
public record SuspectStay(
    Stay stay, boolean offRoad, boolean turned, boolean repeated, boolean night, double score) {}
