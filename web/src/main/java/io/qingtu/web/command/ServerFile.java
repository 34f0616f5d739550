package io.qingtu.web.command;

import io.qingtu.server.ServerConfig;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.web.server.WebConfig;
import java.nio.file.Path;
import java.util.Map;

/** The server's properties file, as every command reads it that works on the server's database. */
record ServerFile(ServerConfig server, WebConfig web) {
  /**
   * @param file null where the environment's QINGTU_… alone tells
   * @throws io.qingtu.server.config.ConfigException with every key that is wrong
   */
  static ServerFile read(Path file) {
    Map<String, String> environment = System.getenv();
    ConfigReader in =
        file == null ? new ConfigReader(Map.of(), environment) : ConfigReader.of(file, environment);
    ServerFile read = new ServerFile(ServerConfig.read(in), WebConfig.read(in));
    in.finish();
    return read;
  }
}
