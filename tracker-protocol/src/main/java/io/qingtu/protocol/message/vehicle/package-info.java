/** Control of a vehicle: doors, and what vendors add. */
package io.qingtu.protocol.message.vehicle;
