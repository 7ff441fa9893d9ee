package fanout.clients;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.FanOutClientProvider;
import fanout.client.Permits;
import fanout.workload.Batch;
import fanout.workload.UserBody;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** Jetty's client 12, asynchronous, each answer buffered, behind a semaphore of {@code concurrency} permits. */
public final class Jetty implements FanOutClientProvider {
    @Override
    public String name() {
        return "jetty";
    }

    @Override
    public FanOutClient open(ClientSettings settings) {
        return new Client(settings);
    }

    private static final class Client implements FanOutClient {
        private final ClientSettings settings;
        private final Permits permits;
        private final HttpClient http;

        Client(ClientSettings settings) {
            this.settings = settings;
            this.permits = new Permits(settings.concurrency());
            ClientConnector connector = new ClientConnector();
            if (settings.isSecure()) {
                SslContextFactory.Client tls = new SslContextFactory.Client();
                tls.setSslContext(settings.tls());
                connector.setSslContextFactory(tls);
            }
            QueuedThreadPool threads = new QueuedThreadPool();
            threads.setName("fanout-jetty");
            threads.setDaemon(true);
            connector.setExecutor(threads);
            connector.setScheduler(new ScheduledExecutorScheduler("fanout-jetty-scheduler", true));
            this.http = new HttpClient(new HttpClientTransportOverHTTP(connector));
            http.setMaxConnectionsPerDestination(settings.concurrency());
            http.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, ClientSettings.USER_AGENT));
            http.setConnectTimeout(TimeUnit.MINUTES.toMillis(1));
            try {
                http.start();
            } catch (Exception e) {
                throw new IllegalStateException("Jetty's client does not start: " + e, e);
            }
        }

        @Override
        public void fetch(Batch batch) throws InterruptedException {
            permits.fetch(batch, this::send);
        }

        private void send(Permits.Exchange exchange) {
            http.newRequest(settings.uri(exchange.id()))
                    .timeout(1, TimeUnit.MINUTES)
                    .send(new BufferingResponseListener(UserBody.LONGEST_BYTES) {
                        @Override
                        public void onComplete(Result result) {
                            if (result.isFailed()) {
                                exchange.failed(result.getFailure());
                            } else {
                                noteClose(result.getResponse(), exchange.batch());
                                exchange.answered(result.getResponse().getStatus(), getContent());
                            }
                        }
                    });
        }

        private static void noteClose(Response response, Batch batch) {
            if (response.getHeaders().contains(HttpHeader.CONNECTION, "close")) {
                batch.connectionCloses();
            }
        }

        @Override
        public void close() {
            try {
                http.stop();
            } catch (Exception e) {
                throw new IllegalStateException("Jetty's client does not end: " + e, e);
            }
        }
    }
}
