package io.qingtu.server.dataset;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.track.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A city and its tracks as files: the format in which plans come in and in which an analysis can be
 * run without a database.
 *
 * @param positions in the order of the file
 * @param strangers plates that have positions but stand in no vehicle file; in the plan they are
 *     {@link VehicleKind#OTHER}
 */
public record DataSet(CityPlan plan, List<Position> positions, Set<String> strangers) {

  /**
   * Reads a folder. A missing file means that nothing of the kind is known.
   *
   * @throws DataSetException where a file cannot be right
   */
  public static DataSet read(Path dir) {
    CityPlan plan = readPlan(dir);
    List<Position> positions = new PositionReader().read(dir);
    DatumCheck.check(plan, positions);
    Set<String> known = plan.vehicles().stream().map(Vehicle::plate).collect(Collectors.toSet());
    Set<String> strangers = new TreeSet<>();
    positions.forEach(
        p -> {
          if (!known.contains(p.plate())) {
            strangers.add(p.plate());
          }
        });
    return new DataSet(withStrangers(plan, strangers), positions, strangers);
  }

  /** Reads the plan alone, in the same way. */
  public static CityPlan readPlan(Path dir) {
    if (!Files.isDirectory(dir)) {
      throw new DataSetException(dir.toString(), "", "is not a folder");
    }
    return new PlanReader(dir).read();
  }

  private static CityPlan withStrangers(CityPlan plan, Set<String> strangers) {
    List<Vehicle> vehicles = new ArrayList<>(plan.vehicles());
    strangers.forEach(
        s -> vehicles.add(new Vehicle(s, VehicleKind.OTHER, "", Double.NaN, Set.of())));
    return new CityPlan(
        vehicles,
        plan.places(),
        plan.routes(),
        plan.permits(),
        plan.waybills(),
        plan.gateEvents(),
        plan.segments(),
        plan.requirements(),
        plan.collectionPoints(),
        plan.exemptions(),
        plan.records());
  }
}
