/** Data that passes through: of peripherals, of vendors, and messages packed into messages. */
package io.qingtu.protocol.message.transparent;
