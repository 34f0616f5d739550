package io.qingtu.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.management.ParameterType;
import io.qingtu.protocol.message.management.QueryNamedParametersCommand;
import io.qingtu.protocol.message.management.QueryParametersCommand;
import io.qingtu.protocol.message.management.SetParametersCommand;
import io.qingtu.protocol.message.management.TerminalParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parameters of a terminal, by the names of {@link ParameterType}. */
final class ParameterCommands {
  private static final int MOST = 100;

  private ParameterCommands() {}

  /** Those that are named; all where none is. */
  static PlatformMessage query(CommandArguments in) {
    List<Long> ids = new ArrayList<>();
    for (String name : in.texts("names", MOST)) {
      ids.add(type(in, "names", name).id());
    }
    return ids.isEmpty() ? new QueryParametersCommand() : new QueryNamedParametersCommand(ids);
  }

  static PlatformMessage setting(CommandArguments in) {
    List<TerminalParameter> parameters = new ArrayList<>();
    for (CommandArguments one : in.objects("parameters", MOST)) {
      parameters.add(parameter(one));
      one.finish();
    }
    return new SetParametersCommand(parameters);
  }

  private static TerminalParameter parameter(CommandArguments in) {
    ParameterType type = type(in, "name", in.text("name"));
    JsonNode value = in.value("value").orElseThrow(() -> in.wrong("value", "is missing"));
    try {
      if (value.isTextual()) {
        return TerminalParameter.of(type, value.textValue());
      }
      if (value.isIntegralNumber() && value.canConvertToLong()) {
        return TerminalParameter.of(type, value.longValue());
      }
    } catch (IllegalArgumentException e) {
      throw in.wrong("value", e.getMessage());
    }
    throw in.wrong("value", value + " is neither a whole number nor a text");
  }

  private static ParameterType type(CommandArguments in, String field, String name) {
    return Arrays.stream(ParameterType.values())
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> in.wrong(field, "no parameter is called " + name));
  }
}
