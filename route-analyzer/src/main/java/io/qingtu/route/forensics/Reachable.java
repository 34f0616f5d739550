package io.qingtu.route.forensics;

import java.time.Duration;

/**
 * A place that a truck can have been at while it was not seen.
 *
 * @param detour how much longer the drive takes by way of it
 */
public record Reachable(GapPlace place, Duration detour) {}
