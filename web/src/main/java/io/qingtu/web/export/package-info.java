/**
 * Tables and tracks as files for other programs: what can be exported stands in {@link
 * io.qingtu.web.export.ExportTables}, each format has one writer that takes row by row or fix by
 * fix.
 */
package io.qingtu.web.export;
