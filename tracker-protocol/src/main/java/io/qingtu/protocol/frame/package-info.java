/** Frames of JT/T 808: what lies between two 0x7E marks, checked, and the header on top of it. */
package io.qingtu.protocol.frame;
