package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.profile.Profiles;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.packet.PacketAnnotation;
import io.qingtu.web.packet.PacketAnnotator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Packets that somebody wants to look into, explained byte by byte. Nothing of them is kept. */
public final class PacketsController implements Controller {
  /** Some 16 packets of full length; the answer is many times as long as what is asked. */
  private static final int MOST_HEX_DIGITS = 32 * 1024;

  private static final int MOST_NAME = 100;

  private record Packets(List<PacketAnnotation> packets) {}

  private record Names(Set<String> profiles) {}

  private final Supplier<Profiles> profiles;

  public PacketsController(Supplier<Profiles> profiles) {
    this.profiles = profiles;
  }

  @Override
  public void mount(Router api) {
    api.get("/packets/profiles")
        .handler(Reply.json(ctx -> new Names(new TreeSet<>(profiles.get().names()))));
    api.post("/packets/inspect").handler(Reply.json(this::inspect));
  }

  private Packets inspect(RoutingContext ctx) {
    JsonNode body = Arguments.body(ctx);
    String hex = Arguments.field(body, "hex", MOST_HEX_DIGITS);
    if (hex.isBlank()) {
      throw ApiException.badParameter("hex", "is missing");
    }
    String name = Arguments.field(body, "profile", MOST_NAME);
    return new Packets(new PacketAnnotator(false, profile(name)).annotate(hex));
  }

  private Optional<TerminalProfile> profile(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<TerminalProfile> profile = profiles.get().find(name);
    if (profile.isEmpty()) {
      throw ApiException.badParameter("profile", "\"" + name + "\" is no profile");
    }
    return profile;
  }
}
