/** Driving recorder, driver, waybill and CAN bus: what other devices in the vehicle tell. */
package io.qingtu.protocol.message.record;
