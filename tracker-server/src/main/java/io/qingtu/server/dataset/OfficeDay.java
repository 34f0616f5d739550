package io.qingtu.server.dataset;

import io.qingtu.route.casework.WorkCalendar.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A day of the bureau's office that is not as usual.
 *
 * @param day empty for the usual hours of every working day
 * @param hours in which is worked; empty on a working day for the usual ones
 */
public record OfficeDay(Optional<LocalDate> day, boolean working, List<Span> hours) {}
