package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.item.AdditionalItem;
import io.qingtu.protocol.message.item.Fuel;
import io.qingtu.protocol.message.item.Mileage;
import io.qingtu.protocol.message.item.RecorderSpeed;
import io.qingtu.protocol.message.item.Satellites;
import io.qingtu.protocol.message.item.SignalStrength;
import io.qingtu.protocol.message.location.AlarmFlag;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.location.StatusFlag;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Sensors;
import io.qingtu.server.profile.NamedValue;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.server.profile.VendorData;
import java.util.Optional;

/** Location reports as JSON objects, with the sensor states that a profile finds in them. */
final class LocationJson {
  private static final double TENTHS = 10.0;

  private final Optional<TerminalProfile> profile;

  LocationJson(Optional<TerminalProfile> profile) {
    this.profile = profile;
  }

  void write(LocationReport report, ObjectNode body) {
    body.put("time", report.time().instant().map(Object::toString).orElse(null));
    body.put("valid", report.fixed());
    body.put("latitude", report.latitude());
    body.put("longitude", report.longitude());
    body.put("altitudeMetres", report.altitudeMetres());
    body.put("speedKmh", report.speedDeciKmh() / TENTHS);
    body.put("directionDegrees", report.directionDegrees());
    flags(report, body);
    report.items().stream()
        .filter(item -> named(item.id(), item.value()).isEmpty())
        .forEach(item -> reading(item, body));
    if (profile.isPresent()) {
      body.setAll(sensors(profile.get(), report));
    } else {
      standardLoad(report).ifPresent(load -> body.put("load", load));
    }
    items(report, body.putArray("items"));
    if (!report.trailing().isEmpty()) {
      body.put("trailing", report.trailing().hex());
    }
  }

  private static void flags(LocationReport report, ObjectNode body) {
    ArrayNode alarms = body.putArray("alarms");
    for (AlarmFlag flag : AlarmFlag.values()) {
      if (flag.in(report.alarms())) {
        alarms.add(flag.name());
      }
    }
    ArrayNode status = body.putArray("status");
    for (StatusFlag flag : StatusFlag.values()) {
      if (flag.in(report.status())) {
        status.add(flag.name());
      }
    }
    body.put("alarmBits", report.alarms());
    body.put("statusBits", report.status());
  }

  private static void reading(AdditionalItem item, ObjectNode body) {
    if (item instanceof Mileage mileage) {
      body.put("mileageKm", mileage.deciKm() / TENTHS);
    } else if (item instanceof Fuel fuel) {
      body.put("fuelLitres", fuel.deciLitres() / TENTHS);
    } else if (item instanceof RecorderSpeed speed) {
      body.put("recorderSpeedKmh", speed.deciKmh() / TENTHS);
    } else if (item instanceof Satellites satellites) {
      body.put("satellites", satellites.count());
    } else if (item instanceof SignalStrength signal) {
      body.put("signalStrength", signal.strength());
    }
  }

  /** What the profile has a channel for; a state that is not known is {@code UNKNOWN}. */
  static ObjectNode sensors(TerminalProfile profile, LocationReport report) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    Sensors sensors = profile.read(report);
    for (SensorKind channel : profile.channels()) {
      switch (channel) {
        case COVER -> body.put("cover", sensors.cover().name());
        case LIFT -> body.put("lift", sensors.lift().name());
        case LOAD -> body.put("load", load(sensors.load()));
        case BRUSH -> body.put("brush", sensors.brush().name());
        case PUMP -> body.put("pump", sensors.pump().name());
        case WEIGHT -> {
          if (Double.isNaN(sensors.weightT())) {
            body.putNull("weightT");
          } else {
            body.put("weightT", sensors.weightT());
          }
        }
      }
    }
    return body;
  }

  private static String load(Load load) {
    return switch (load) {
      case EMPTY -> "EMPTY";
      case PARTIAL -> "HALF";
      case LOADED -> "FULL";
      case UNKNOWN -> "UNKNOWN";
    };
  }

  private static Optional<String> standardLoad(LocationReport report) {
    return switch (report.load()) {
      case 0 -> Optional.of("EMPTY");
      case 1 -> Optional.of("HALF");
      case 3 -> Optional.of("FULL");
      default -> Optional.empty();
    };
  }

  /** What the profile calls an item; the standard's meaning of its id does not hold then. */
  private Optional<VendorData> named(int id, Bytes value) {
    return profile.flatMap(p -> p.vocabulary().item(id, value.length()));
  }

  private void items(LocationReport report, ArrayNode items) {
    for (AdditionalItem item : report.items()) {
      Bytes value = item.value();
      ObjectNode node =
          items
              .addObject()
              .put("id", String.format("0x%02x", item.id()))
              .put("length", value.length())
              .put("hex", value.hex());
      named(item.id(), value).ifPresent(data -> fields(data, value, node));
    }
  }

  private static void fields(VendorData data, Bytes value, ObjectNode node) {
    node.put("name", data.name());
    for (NamedValue field : data.read(value)) {
      ObjectNode said =
          node.withArray("fields").addObject().put("name", field.name()).put("unit", field.unit());
      if (field.value() instanceof Long number) {
        said.put("value", number);
      } else if (field.value() instanceof Double number) {
        said.put("value", number);
      } else {
        said.put("value", field.value().toString());
      }
    }
  }
}
