package io.qingtu.server.store;

import io.qingtu.route.track.Position;

/**
 * A position on its way into the store.
 *
 * @param vehicleId row of the vehicle
 * @param items the report's additional items as sent, so that history can be read again with a
 *     better profile; empty where there were none
 */
public record PositionRow(int vehicleId, Position position, byte[] items) {}
