package io.qingtu.server.fault;

import io.qingtu.fixtures.terminal.TerminalLoad;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Draws faults at random under load and holds what terminals saw acknowledged against what is
 * stored: the main class of {@code scripts/faults.sh}.
 */
final class FaultRun {
  private static final int TERMINALS = 500;
  private static final int MOST_ROUNDS = 5;

  private FaultRun() {}

  /** Arguments: how many faults, the seed of when and which, and the names to draw from, if few. */
  public static void main(String[] args) throws Exception {
    List<Fault> faults =
        args.length < 3
            ? List.of(Fault.values())
            : Arrays.stream(args[2].split(",")).map(Fault::valueOf).toList();
    System.exit(run(Integer.parseInt(args[0]), Long.parseLong(args[1]), faults) ? 0 : 1);
  }

  private static boolean run(int times, long seed, List<Fault> faults) throws Exception {
    Random random = new Random(seed);
    try (FaultScene scene = new FaultScene(TERMINALS, random, MOST_ROUNDS)) {
      for (Fault fault : faults) {
        if (!scene.offers(fault.need())) {
          throw new IllegalStateException(fault + " needs " + fault.need());
        }
      }
      for (int i = 1; i <= times; i++) {
        Fault fault = faults.get(random.nextInt(faults.size()));
        scene.awaitLoad();
        fault.strike(scene);
        System.out.printf("%d of %d: %s, %,d%n", i, times, fault, scene.acknowledged());
      }
      TerminalLoad.Result sent = scene.finish();
      Acknowledged.Comparison found = scene.awaitStored();
      System.out.printf("{\"sent\":%d,%s}%n", sent.sent(), found.json());
      return found.isGood();
    }
  }
}
