package io.qingtu.server.profile;

import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where a model of terminal puts the states of the body. A channel that is absent is not known to
 * this terminal.
 *
 * @param name by which a terminal's registration refers to it
 */
public record TerminalProfile(
    String name,
    Optional<StateChannel<Cover>> cover,
    Optional<StateChannel<Lift>> lift,
    Optional<StateChannel<Load>> load,
    Optional<StateChannel<Switch>> brush,
    Optional<StateChannel<Switch>> pump,
    Optional<WeightChannel> weight) {

  /**
   * @throws ProfileException if the file cannot be read or is no profile; it names file and key
   */
  public static TerminalProfile read(Path file) {
    return ProfileFile.read(file);
  }

  /** The states in one report, without debounce. */
  public Sensors read(LocationReport report) {
    return new Sensors(
        cover.map(channel -> channel.read(report)).orElse(Cover.UNKNOWN),
        lift.map(channel -> channel.read(report)).orElse(Lift.UNKNOWN),
        load.map(channel -> channel.read(report)).orElse(Load.UNKNOWN),
        weight.map(channel -> channel.read(report)).orElse(Double.NaN),
        brush.map(channel -> channel.read(report)).orElse(Switch.UNKNOWN),
        pump.map(channel -> channel.read(report)).orElse(Switch.UNKNOWN));
  }

  /** A reader for one terminal's stream of reports. */
  public SensorReader newReader() {
    return new SensorReader(this);
  }

  /** What the profile has a channel for. */
  public Set<SensorKind> channels() {
    Set<SensorKind> kinds = EnumSet.noneOf(SensorKind.class);
    cover.ifPresent(channel -> kinds.add(SensorKind.COVER));
    lift.ifPresent(channel -> kinds.add(SensorKind.LIFT));
    load.ifPresent(channel -> kinds.add(SensorKind.LOAD));
    brush.ifPresent(channel -> kinds.add(SensorKind.BRUSH));
    pump.ifPresent(channel -> kinds.add(SensorKind.PUMP));
    weight.ifPresent(channel -> kinds.add(SensorKind.WEIGHT));
    return kinds;
  }
}
