package io.qingtu.route.plan;

import org.locationtech.jts.geom.Geometry;

/**
 * A place with a fence (电子围栏).
 *
 * @param polygon polygon or multi-polygon, longitude/latitude, WGS-84 degrees
 * @param hours of a zone: when it is closed; {@link DailyHours#ALL_DAY} otherwise
 */
public record Place(
    String id,
    String name,
    PlaceKind kind,
    Geometry polygon,
    Validity validity,
    DailyHours hours) {}
