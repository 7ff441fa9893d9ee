package fanout.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS between a server of ours and our clients, with what the JDK offers by default: TLS 1.3 where both ends can.
 *
 * <p>The certificate is for {@code localhost}, ::1, and 127.0.0.1 to 127.0.0.16, and is good until 2119, so that no
 * benchmark fails because it has expired. Its private key is in the jar for all to read. That harms nobody: the
 * certificate is its own issuer, and nothing trusts it but {@link #client}, which only talks to a server of ours on
 * this machine. It was made, in this package's resources, by
 *
 * <pre>
 * keytool -genkeypair -alias localhost -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA \
 *     -dname CN=localhost -ext SAN=dns:localhost,ip:::1,ip:127.0.0.1,ip:127.0.0.2,...,ip:127.0.0.16 \
 *     -ext EKU=serverAuth -startdate 2020/01/01 -validity 36500 \
 *     -storetype PKCS12 -storepass fanout -keystore localhost.p12
 * </pre>
 */
final class LocalhostTls {
    private static final String RESOURCE = "localhost.p12";
    private static final String ALIAS = "localhost";
    private static final char[] PASSWORD = "fanout".toCharArray();

    private LocalhostTls() {}

    /** For a server: shows the certificate, and asks for none. */
    static SSLContext server() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    /** For a client: trusts this one certificate, and no other. */
    static SSLContext client() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, load().getCertificate(ALIAS));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw broken(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyStore load() throws GeneralSecurityException {
        try (InputStream in = LocalhostTls.class.getResourceAsStream(RESOURCE)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException broken(GeneralSecurityException e) {
        return new IllegalStateException("this Java can't do TLS with our certificate: " + e.getMessage(), e);
    }
}
