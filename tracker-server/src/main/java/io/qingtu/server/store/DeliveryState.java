package io.qingtu.server.store;

/** How far a message to somebody outside has come. */
public enum DeliveryState {
  WAITING,
  DELIVERED,
  /** Given up; somebody may have it sent again. */
  PARKED
}
