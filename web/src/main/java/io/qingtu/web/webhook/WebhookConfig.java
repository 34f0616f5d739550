package io.qingtu.web.webhook;

import io.qingtu.server.config.ConfigReader;
import io.qingtu.web.outbox.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How messages to webhooks are sent.
 *
 * @param allowed addresses of our own networks that they may have nevertheless
 * @param timeout of one attempt, from the look-up of the name to the status
 * @param retries of what was not taken; then a message is parked
 */
public record WebhookConfig(List<AddressRange> allowed, Duration timeout, Retries retries) {
  public static WebhookConfig read(ConfigReader in) {
    List<AddressRange> allowed = new ArrayList<>();
    for (String text : in.text("webhook.allowed-networks", "").split("[,\\s]+")) {
      try {
        if (!text.isEmpty()) {
          allowed.add(AddressRange.parse(text));
        }
      } catch (IllegalArgumentException e) {
        in.reject("webhook.allowed-networks", e.getMessage());
      }
    }
    return new WebhookConfig(
        List.copyOf(allowed),
        Duration.ofSeconds(in.number("webhook.timeout-seconds", 10, 1, 60)),
        new Retries(
            Duration.ofSeconds(5),
            Duration.ofMinutes(30),
            Duration.ofHours(in.number("webhook.give-up-hours", 24, 1, 24 * 14))));
  }
}
