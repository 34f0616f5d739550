package io.qingtu.route.law;

import io.qingtu.fixtures.track.Sensors.Cover;
import io.qingtu.fixtures.track.Sensors.Lift;
import io.qingtu.fixtures.track.Sensors.Work;
import java.util.List;

/** What a vehicle may do for a while. How much of it, 1 to 10, is up to the story. */
enum Deed {
  STAND((s, n) -> s.drive().stand(180L * n)),
  PARK((s, n) -> s.drive().park(360L * n)),
  ROAD((s, n) -> s.along(600 * n, 40)),
  HOME((s, n) -> s.to(LawCity.DEPOT, 40).drive().park(360L * n)),
  LOAD((s, n) -> s.to(LawCity.SITE, 36).truck().load()),
  HAUL((s, n) -> s.to(LawCity.GROUND, 30 + 2 * n).truck().tip()),
  STRAY((s, n) -> s.to(LawCity.OTHER_GROUND, 45).truck().tip()),
  DUMP((s, n) -> s.to(LawCity.FIELD, 30).truck().tip()),
  VISIT((s, n) -> s.to(LawCity.OTHER_GROUND, 30).drive().stand(60L * n)),
  DETOUR((s, n) -> s.detour(400 * n)),
  SPEED((s, n) -> s.along(3000, 50 + 5 * n)),
  OPEN(
      (s, n) -> {
        s.truck().cover(Cover.OPEN);
        s.along(150 * n, 36);
        s.truck().cover(Cover.CLOSED);
      }),
  FLAP(
      (s, n) -> {
        for (int i = 0; i < 3 * n; i++) {
          s.truck().cover(i % 2 == 0 ? Cover.OPEN : Cover.CLOSED);
          s.along(80, 30);
        }
      }),
  RAISED(
      (s, n) -> {
        s.truck().lift(Lift.UP);
        s.along(150 * n, 36);
        s.truck().lift(Lift.DOWN);
      }),
  ZONE((s, n) -> s.to(LawCity.ZONE, 30).drive().stand(30L * n)),
  DARK(
      (s, n) -> {
        s.drive().link().die();
        s.along(400 * n, 30);
        s.drive().stand(60L * n).link().up();
      }),
  BLIND(
      (s, n) -> {
        s.drive().link().lose();
        s.along(400 * n, 30);
        s.drive().link().uploadShuffled(s.drive().now(), n);
      }),
  NO_SKY((s, n) -> s.drive().sky(false).stand(30L * n).sky(true)),
  DRIFT((s, n) -> s.drive().drift(4 + n).stand(240L * n).drift(1.8)),
  POWER_CUT((s, n) -> s.drive().alarm(1 << 8).stand(60L * n).alarm(0)),
  LOW_POWER(
      (s, n) -> {
        s.drive().alarm(1 << 7).stand(10).link().die();
        s.drive().stand(180L * n).alarm(0).link().up();
        s.drive().stand(120);
      }),
  FAULT((s, n) -> s.drive().alarm(1 << 4).stand(60L * n).alarm(0)),
  EMERGENCY((s, n) -> s.drive().alarm(1).stand(10L * n).alarm(0)),
  CLEAN((s, n) -> s.clean(Work.ON, 500 + 250 * n, 7)),
  /** At speeds that no limit is set at. */
  CLEAN_FAST((s, n) -> s.clean(Work.ON, 1000, 7 + 1.9 * n)),
  DEADHEAD((s, n) -> s.clean(Work.OFF, 500 * n, 18)),
  DRY((s, n) -> s.clean(Work.UNKNOWN, 500 * n, 7)),
  FILL((s, n) -> s.to(LawCity.WATER, 30).drive().stand(60L * n)),
  COLLECT((s, n) -> s.to(LawCity.POINT, 25).drive().stand(10L * n));

  /** Does something so many times, or so long. */
  @FunctionalInterface
  interface Doing {
    void run(Stage stage, int amount);
  }

  /** What only muck trucks do, only cleaning vehicles, only collection trucks. */
  static final List<Deed> HAULING =
      List.of(LOAD, HAUL, STRAY, DUMP, VISIT, DETOUR, OPEN, FLAP, RAISED, ZONE);

  static final List<Deed> CLEANING = List.of(CLEAN, CLEAN_FAST, DEADHEAD, DRY, FILL);
  static final List<Deed> COLLECTING = List.of(COLLECT, VISIT);
  static final List<Deed> ANYBODYS =
      List.of(
          STAND, PARK, ROAD, HOME, SPEED, DARK, BLIND, NO_SKY, DRIFT, POWER_CUT, LOW_POWER, FAULT,
          EMERGENCY);

  private final Doing doing;

  Deed(Doing doing) {
    this.doing = doing;
  }

  void run(Stage stage, int amount) {
    doing.run(stage, amount);
  }
}
