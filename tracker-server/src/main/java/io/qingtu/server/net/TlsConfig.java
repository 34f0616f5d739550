package io.qingtu.server.net;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.qingtu.server.config.ConfigException;
import io.qingtu.server.config.ConfigReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The terminals' port with TLS.
 *
 * @param port {@link GatewayConfig#NO_PORT} for none; 0 takes any free one
 * @param certificate PEM file with the server's certificate and those above it
 * @param key PEM file with its key, PKCS #8, without a password
 * @param clientAuthority PEM file with the authority that signs the terminals' certificates; empty
 *     where they need none
 */
public record TlsConfig(int port, String certificate, String key, String clientAuthority) {
  private static final String PORT = "gateway.tls-port";
  private static final String CERTIFICATE = "gateway.tls-certificate";
  private static final String KEY = "gateway.tls-key";
  private static final String CLIENT_AUTHORITY = "gateway.tls-client-authority";

  static TlsConfig read(ConfigReader in) {
    TlsConfig tls =
        new TlsConfig(
            in.number(PORT, GatewayConfig.NO_PORT, GatewayConfig.NO_PORT, 65535),
            in.text(CERTIFICATE, ""),
            in.text(KEY, ""),
            in.text(CLIENT_AUTHORITY, ""));
    if (tls.enabled() && tls.certificate.isEmpty()) {
      in.reject(CERTIFICATE, "is missing: " + PORT + " needs it");
    }
    if (tls.enabled() && tls.key.isEmpty()) {
      in.reject(KEY, "is missing: " + PORT + " needs it");
    }
    return tls;
  }

  private boolean enabled() {
    return port != GatewayConfig.NO_PORT;
  }

  /**
   * Reads the files; empty where there is no such port.
   *
   * @throws ConfigException names the key whose file is wrong
   */
  public Optional<SslContext> context() {
    return enabled() ? Optional.of(read()) : Optional.empty();
  }

  private SslContext read() {
    X509Certificate own = certificates(CERTIFICATE, certificate);
    SslContextBuilder builder;
    try {
      builder = SslContextBuilder.forServer(new File(certificate), new File(key));
    } catch (IllegalArgumentException e) {
      throw wrong(KEY, key, e);
    }
    requireKeyOf(own);
    if (!clientAuthority.isEmpty()) {
      certificates(CLIENT_AUTHORITY, clientAuthority);
      builder.trustManager(new File(clientAuthority)).clientAuth(ClientAuth.REQUIRE);
    }
    try {
      return builder.sslProvider(SslProvider.JDK).build();
    } catch (SSLException e) {
      throw wrong(KEY, key, e);
    }
  }

  /** The first certificate of a file. */
  private static X509Certificate certificates(String name, String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .findFirst()
          .orElseThrow(() -> new CertificateException("has no certificate"));
    } catch (IOException | GeneralSecurityException e) {
      throw wrong(name, file, e);
    }
  }

  /** Otherwise every handshake would fail, and nobody would know why. */
  private void requireKeyOf(X509Certificate own) {
    try {
      PrivateKey secret = PemKey.read(Path.of(key), own.getPublicKey().getAlgorithm());
      if (!PemKey.belongTogether(secret, own.getPublicKey())) {
        throw new ConfigException(
            List.of(KEY + ": " + key + ": is not the key of the certificate"));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw wrong(KEY, key, e);
    }
  }

  private static ConfigException wrong(String name, String file, Exception e) {
    Throwable reason = e.getCause() == null ? e : e.getCause();
    return new ConfigException(List.of(name + ": " + file + ": cannot be used: " + reason));
  }
}
