package io.qingtu.route.plan;

import java.time.Instant;

/**
 * An electronic waybill (电子联单).
 *
 * @param scanOut scan at the site's exit; null where missing
 * @param scanIn accepting scan at the disposal ground; null where missing
 * @param quantityT declared quantity, t; NaN where missing
 */
public record Waybill(
    String id,
    String plate,
    String siteId,
    String disposalId,
    Instant scanOut,
    Instant scanIn,
    double quantityT) {}
