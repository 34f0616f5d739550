/**
 * Messages of JT/T 808: a record each, which knows how it is read from a body and written to one.
 */
package io.qingtu.protocol.message;
