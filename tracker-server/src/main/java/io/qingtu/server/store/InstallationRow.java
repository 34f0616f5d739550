package io.qingtu.server.store;

import io.qingtu.route.plan.Vehicle;
import java.time.Instant;

/**
 * An installation as its steps have made it.
 *
 * @param vin as who ordered it has read it; empty of an order from before it was asked for
 * @param registeredVin by which the terminal has asked to be registered; empty where by a plate
 * @param phone of the terminal, without leading zeros
 * @param iccid of its SIM
 * @param by name of who ordered it
 * @param testedFrom when its live test began; null where it has not
 * @param endedAt when it was accepted or cancelled; null where it is open
 * @param current whether it is accepted and no later one of the vehicle is
 */
public record InstallationRow(
    long id,
    Vehicle vehicle,
    String vin,
    String registeredVin,
    String phone,
    String iccid,
    Reason reason,
    String by,
    Instant orderedAt,
    State state,
    Instant testedFrom,
    Instant endedAt,
    boolean current) {
  /** Whether the terminal says that it is in another vehicle. */
  public boolean isOfAnotherVehicle() {
    return !vin.isEmpty() && !registeredVin.isEmpty() && !registeredVin.equals(vin);
  }

  /** What it is for. */
  public enum Reason {
    /** 新装. */
    FIRST,
    /** 换机. */
    SWAP,
    /** 复检: the terminal stays. */
    RETEST
  }

  /** How far it has come. */
  public enum State {
    ORDERED,
    TESTING,
    /** 在用. */
    IN_USE,
    CANCELLED;

    public boolean isOpen() {
      return this == ORDERED || this == TESTING;
    }
  }

  /** What is done with one. */
  public enum Move {
    /** The live test begins, or begins anew. */
    TEST,
    /** A slip of the weighbridge. */
    WEIGH,
    ACCEPT,
    CANCEL
  }
}
