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
 * @param name by which the register of terminals refers to it
 * @param match which terminals it is for, where the register does not say
 * @param vocabulary what the vendor's own data are called
 * @param healing what is let pass
 */
public record TerminalProfile(
    String name,
    Optional<Match> match,
    Vocabulary vocabulary,
    Healing healing,
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

  /** The states in one report, without debounce and without what other messages said before. */
  public Sensors read(LocationReport report) {
    return read(Reading.of(report));
  }

  Sensors read(Reading reading) {
    return new Sensors(
        cover.map(channel -> channel.read(reading)).orElse(Cover.UNKNOWN),
        lift.map(channel -> channel.read(reading)).orElse(Lift.UNKNOWN),
        load.map(channel -> channel.read(reading)).orElse(Load.UNKNOWN),
        weight.map(channel -> channel.read(reading)).orElse(Double.NaN),
        brush.map(channel -> channel.read(reading)).orElse(Switch.UNKNOWN),
        pump.map(channel -> channel.read(reading)).orElse(Switch.UNKNOWN));
  }

  /** Whether an additional item has another meaning here than the standard's, or an own one. */
  public boolean overrides(int itemId, int length) {
    return vocabulary.item(itemId, length).isPresent();
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
