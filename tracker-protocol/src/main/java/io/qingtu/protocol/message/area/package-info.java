/** Areas and routes that a terminal watches: setting, deleting and asking for them. */
package io.qingtu.protocol.message.area;
