/**
 * The report on paper: the figures of {@code io.qingtu.route.report} laid out as tables once, and
 * the tables printed as PDF, XLSX and CSV. The same figures give the same bytes.
 */
package io.qingtu.web.report;
