package io.qingtu.server.profile;

import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Switch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a profile from YAML; every key that it does not know is an error. */
final class ProfileFile {
  private ProfileFile() {}

  static TerminalProfile read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new ProfileException(file.toString(), "", "cannot be read: " + e.getMessage());
    }
  }

  /**
   * @param file for messages
   */
  static TerminalProfile parse(String file, String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object document;
    try {
      document = new Yaml(new SafeConstructor(options)).load(yaml);
    } catch (YAMLException e) {
      throw new ProfileException(file, "", "is no YAML: " + e.getMessage().replace('\n', ' '));
    }
    Section top = Section.of(file, document);
    Optional<StateChannel<Cover>> cover =
        top.section("cover").map(s -> Channels.state(s, Cover.UNKNOWN, Map.of()));
    Optional<StateChannel<Lift>> lift =
        top.section("lift").map(s -> Channels.state(s, Lift.UNKNOWN, Map.of()));
    Optional<StateChannel<Load>> load =
        top.section("load").map(s -> Channels.state(s, Load.UNKNOWN, Channels.LOADS));
    Optional<StateChannel<Switch>> brush =
        top.section("brush").map(s -> Channels.state(s, Switch.UNKNOWN, Map.of()));
    Optional<StateChannel<Switch>> pump =
        top.section("pump").map(s -> Channels.state(s, Switch.UNKNOWN, Map.of()));
    Optional<WeightChannel> weight = top.section("weight").map(Channels::weight);
    List<RawField> read = new ArrayList<>();
    Stream.of(cover, lift, load, brush, pump)
        .flatMap(Optional::stream)
        .forEach(channel -> add(channel.field(), channel.validWhen(), read));
    weight.ifPresent(channel -> add(channel.field(), channel.validWhen(), read));
    TerminalProfile profile =
        new TerminalProfile(
            top.text("name"),
            top.section("match").map(Match::read),
            Vocabularies.read(top, read),
            top.section("healing").map(Healing::read).orElse(Healing.NONE),
            cover,
            lift,
            load,
            brush,
            pump,
            weight);
    top.text("description", Optional.of(""));
    top.finish();
    return profile;
  }

  private static void add(RawField field, Optional<Validity> validWhen, List<RawField> read) {
    read.add(field);
    validWhen.ifPresent(condition -> read.add(condition.field()));
  }
}
