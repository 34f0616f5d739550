package io.qingtu.server;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.scoring.PointTable.Entry;
import io.qingtu.route.scoring.Standards;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.dataset.DistrictFile;
import io.qingtu.server.dataset.OfficeFiles;
import io.qingtu.server.dataset.PointFile;
import io.qingtu.server.dataset.StandardFile;
import io.qingtu.server.dataset.TerminalFile;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.store.CalendarStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PointStore;
import io.qingtu.server.store.StandardStore;
import io.qingtu.server.store.TerminalRegister;
import io.qingtu.server.store.WaterStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a city's plan and its terminals from the files of a folder into the database. */
public final class PlanImport {
  private static final Logger LOG = LoggerFactory.getLogger(PlanImport.class);

  /**
   * @param folder is imported at every start; empty for none
   */
  public record Config(Optional<Path> folder) {
    static Config read(ConfigReader in) {
      return new Config(
          Optional.of(in.text("plan.folder", "")).filter(f -> !f.isEmpty()).map(Path::of));
    }
  }

  private final PlanStore plans;
  private final CalendarStore calendar;
  private final WaterStore water;
  private final PointStore points;
  private final StandardStore standards;
  private final TerminalRegister terminals;
  private final Set<String> profiles;

  PlanImport(Database database, TerminalRegister terminals, Profiles profiles) {
    this.plans = new PlanStore(database);
    this.calendar = new CalendarStore(database);
    this.water = new WaterStore(database);
    this.points = new PointStore(database);
    this.standards = new StandardStore(database);
    this.terminals = terminals;
    this.profiles = profiles.names();
  }

  /**
   * Files everything that the folder holds, or nothing where one of its files is wrong. A row with
   * the id of an older one replaces it; what the files do not name stays.
   *
   * @throws DataSetException names the file, the row and the reason
   */
  public void run(Path folder) {
    CityPlan plan = DataSet.readPlan(folder);
    CityPlan known = plans.layout();
    Set<String> plates = ids(plan.vehicles(), known.vehicles(), Vehicle::plate);
    Set<String> companies = ids(plan.vehicles(), known.vehicles(), Vehicle::company);
    Set<String> segments = ids(plan.segments(), known.segments(), Segment::id);
    Map<String, String> districts = DistrictFile.read(folder, companies);
    List<TerminalFile.Entry> entries = TerminalFile.read(folder, plates, profiles);
    OfficeFiles office = OfficeFiles.read(folder, segments);
    List<Entry> costs = PointFile.read(folder);
    List<Standards.Entry> judged = StandardFile.read(folder, standards.all());
    plans.write(plan);
    plans.writeDistricts(districts);
    calendar.write(office.days());
    water.write(office.underpasses());
    points.write(costs);
    standards.write(judged);
    terminals.enter(entries);
    LOG.info(
        "filed from {}: {} vehicles, {} terminals, {} places, {} routes, {} permits, {} waybills,"
            + " {} road segments, {} cleaning requirements",
        folder,
        plan.vehicles().size(),
        entries.size(),
        plan.places().size(),
        plan.routes().size(),
        plan.permits().size(),
        plan.waybills().size(),
        plan.segments().size(),
        plan.requirements().size());
  }

  private static <T> Set<String> ids(List<T> filed, List<T> known, Function<T, String> id) {
    return Stream.concat(filed.stream(), known.stream()).map(id).collect(Collectors.toSet());
  }
}
