/** The tables of message ids: which record stands for which id, in both directions. */
package io.qingtu.protocol.table;
