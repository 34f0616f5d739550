package io.qingtu.web.webhook;

import io.qingtu.server.config.ConfigReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How messages to webhooks are sent.
 *
 * @param allowed addresses of our own networks that they may have nevertheless
 * @param timeout of one attempt, from the look-up of the name to the status
 * @param firstPause after the first attempt; doubled after each further one
 * @param longestPause between two attempts
 * @param giveUpAfter so long after its first attempt a message is parked
 */
public record WebhookConfig(
    List<AddressRange> allowed,
    Duration timeout,
    Duration firstPause,
    Duration longestPause,
    Duration giveUpAfter) {
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
        Duration.ofSeconds(5),
        Duration.ofMinutes(30),
        Duration.ofHours(in.number("webhook.give-up-hours", 24, 1, 24 * 14)));
  }
}
