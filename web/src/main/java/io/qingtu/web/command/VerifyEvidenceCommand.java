package io.qingtu.web.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.web.evidence.BundleCheck;
import io.qingtu.web.evidence.BundleCheck.Finding;
import io.qingtu.web.evidence.BundleCheck.Verdict;
import io.qingtu.web.evidence.Pem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verify-evidence FILE [--key PUBLIC]}: whether an evidence bundle is as it was signed;
 * needs no server. Exit status 0 it is, 1 it is not, with a line for each part that was altered, is
 * missing or was added.
 */
@Command(
    name = "verify-evidence",
    description = "Whether an evidence bundle is as it was signed",
    mixinStandardHelpOptions = true)
public final class VerifyEvidenceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the bundle")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "PUBLIC",
      description = "public key (PEM) that must have signed it; without one the bundle's own")
  private Path key;

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "FILE: " + file + " is no file");
    }
    Optional<PublicKey> trusted = Optional.ofNullable(key).map(this::read);
    try {
      Verdict verdict = BundleCheck.of(file, trusted);
      say(verdict, trusted.isPresent());
      return verdict.isGood() ? 0 : 1;
    } catch (IOException e) {
      spec.commandLine().getErr().println("verify-evidence: " + file + ": " + e.getMessage());
      return 1;
    }
  }

  private PublicKey read(Path path) {
    try {
      return Pem.key(Files.readString(path));
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--key: " + path + " " + e.getMessage());
    }
  }

  private void say(Verdict verdict, boolean trusted) {
    PrintWriter out = spec.commandLine().getOut();
    for (Finding f : verdict.findings()) {
      String fault = f.fault().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      out.println(fault + ": " + f.part() + " " + f.why());
    }
    if (verdict.isGood()) {
      JsonNode m = verdict.manifest();
      out.printf(
          "good: alert %s, %s %s, revision %d, %d files%s%n",
          m.path("alert").asText(),
          m.path("rule").asText(),
          m.path("plate").asText(),
          m.path("revision").asInt(),
          m.path("files").size(),
          m.path("synthetic").asBoolean() ? ", synthetic data" : "");
    }
    verdict
        .key()
        .ifPresent(
            k ->
                out.println(
                    "signed with key "
                        + Pem.fingerprint(k)
                        + (trusted
                            ? ", the one given"
                            : ", the bundle's own: give --key to know whose it is")));
    out.flush();
  }
}
