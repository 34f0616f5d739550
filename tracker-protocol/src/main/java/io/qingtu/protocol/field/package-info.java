/**
 * The data types of JT/T 808: the only place that knows byte order, BCD, GBK and the standard's
 * time zone.
 */
package io.qingtu.protocol.field;
