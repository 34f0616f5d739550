/**
 * The figures of the weekly compliance report (周报、月报、专报): a pure function of a period's ledger, the
 * city's plan and what people decided of the alerts. One class a section; nothing here knows a
 * page.
 *
 * <p>Three rules hold for every figure. A violation counts when a person has confirmed it, unless
 * the name says 报警. What was not observed is in the denominator and never in the numerator of a
 * rate of good conduct. A rate keeps its numerator and denominator to the end.
 */
package io.qingtu.route.report;
