package io.qingtu.server.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The profiles by name: those that come with the application, and those of a folder. */
public final class Profiles {
  /** For terminals of which nothing is known but the standard. */
  public static final String STANDARD = "standard";

  private static final List<String> BUILT_IN =
      List.of("standard", "qingtu-sim", "status-bits", "item-55-weight", "gps51");

  private final Map<String, TerminalProfile> byName = new TreeMap<>();

  private Profiles() {
    for (String name : BUILT_IN) {
      add("built-in " + name + ".yaml", builtIn(name));
    }
  }

  /** Those that come with the application. */
  public static Profiles builtIn() {
    return new Profiles();
  }

  /**
   * Those that come with the application, and every {@code *.yaml} of a folder.
   *
   * @throws ProfileException if one is no profile, or has the name of another
   */
  public static Profiles load(Path folder) {
    Profiles profiles = new Profiles();
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> yaml = Files.newDirectoryStream(folder, "*.yaml")) {
      yaml.forEach(files::add);
    } catch (IOException e) {
      throw new ProfileException(folder.toString(), "", "cannot be read: " + e.getMessage());
    }
    files.sort(null);
    files.forEach(file -> profiles.add(file.toString(), TerminalProfile.read(file)));
    return profiles;
  }

  public Optional<TerminalProfile> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The profile of terminals that have none of their own. */
  public TerminalProfile standard() {
    return byName.get(STANDARD);
  }

  /** The profile whose {@code match} fits a terminal best; empty where none does. */
  public Optional<TerminalProfile> match(TerminalIdentity terminal) {
    TerminalProfile best = null;
    int closest = -1;
    for (TerminalProfile profile : byName.values()) {
      int closeness = profile.match().map(m -> m.closeness(terminal).orElse(-1)).orElse(-1);
      if (closeness > closest) {
        best = profile;
        closest = closeness;
      }
    }
    return Optional.ofNullable(best);
  }

  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  private void add(String file, TerminalProfile profile) {
    for (TerminalProfile other : byName.values()) {
      if (profile.match().isPresent() && profile.match().equals(other.match())) {
        throw new ProfileException(file, "match", "is that of profile " + other.name() + " too");
      }
    }
    if (byName.putIfAbsent(profile.name(), profile) != null) {
      throw new ProfileException(file, "name", profile.name() + " is taken by another profile");
    }
  }

  private static TerminalProfile builtIn(String name) {
    String resource = "/profiles/" + name + ".yaml";
    try (InputStream in = Profiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      return ProfileFile.parse(
          name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
