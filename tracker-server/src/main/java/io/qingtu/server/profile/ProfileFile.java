package io.qingtu.server.profile;

import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Switch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
    TerminalProfile profile =
        new TerminalProfile(
            top.text("name"),
            top.section("cover").map(s -> Channels.state(s, Cover.UNKNOWN, Map.of())),
            top.section("lift").map(s -> Channels.state(s, Lift.UNKNOWN, Map.of())),
            top.section("load").map(s -> Channels.state(s, Load.UNKNOWN, Channels.LOADS)),
            top.section("brush").map(s -> Channels.state(s, Switch.UNKNOWN, Map.of())),
            top.section("pump").map(s -> Channels.state(s, Switch.UNKNOWN, Map.of())),
            top.section("weight").map(Channels::weight));
    top.text("description", Optional.of(""));
    top.finish();
    return profile;
  }
}
