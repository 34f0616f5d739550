/** Packets as people and scripts look at them: hexadecimal in, JSON out. */
package io.qingtu.web.packet;
