package io.qingtu.route.plan;

import java.util.Optional;

/**
 * The city's weather in a period.
 *
 * @param temperatureC °C; NaN where unknown
 * @param rain empty where unknown
 */
public record Weather(Validity period, double temperatureC, Optional<Boolean> rain) {}
