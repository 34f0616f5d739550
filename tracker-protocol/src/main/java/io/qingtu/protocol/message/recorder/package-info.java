/**
 * Packets of the driving recorder (GB/T 19056-2012, appendix A), which 0x0700, 0x8700 and 0x8701
 * carry: the messages keep their bytes, and what is read here is a view of them.
 */
package io.qingtu.protocol.message.recorder;
