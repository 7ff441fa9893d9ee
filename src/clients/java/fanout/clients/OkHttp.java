package fanout.clients;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.FanOutClientProvider;
import fanout.workload.Batch;
import fanout.workload.UserBody;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * OkHttp 5: all calls of a batch are enqueued, and OkHttp's dispatcher lets {@code concurrency} of them run at a time,
 * each on a thread of its cached pool. (By default it lets 5 run to one host, and keeps 5 idle connections.)
 */
public final class OkHttp implements FanOutClientProvider {
    @Override
    public String name() {
        return "okhttp";
    }

    /** @throws IllegalArgumentException for https: OkHttp asks for the trust manager beside the {@code SSLContext} */
    @Override
    public FanOutClient open(ClientSettings settings) {
        if (settings.isSecure()) {
            throw new IllegalArgumentException("okhttp is not set up for TLS here, so scheme must be http");
        }
        return new Client(settings);
    }

    private static final class Client implements FanOutClient {
        private final ClientSettings settings;
        private final ExecutorService threads = Executors.newCachedThreadPool(Client::daemon);
        private final OkHttpClient http;

        Client(ClientSettings settings) {
            this.settings = settings;
            var dispatcher = new Dispatcher(threads);
            dispatcher.setMaxRequests(settings.concurrency());
            dispatcher.setMaxRequestsPerHost(settings.concurrency());
            int connections = settings.concurrency() * settings.servers().size();
            this.http = new OkHttpClient.Builder()
                    .protocols(List.of(Protocol.HTTP_1_1))
                    .dispatcher(dispatcher)
                    .connectionPool(new ConnectionPool(connections, 1, TimeUnit.DAYS))
                    .connectTimeout(1, TimeUnit.MINUTES)
                    .readTimeout(1, TimeUnit.MINUTES)
                    .addInterceptor(Client::begin)
                    .build();
        }

        private static Thread daemon(Runnable task) {
            Thread thread = new Thread(task, "fanout-okhttp");
            thread.setDaemon(true);
            return thread;
        }

        /** Runs on the call's own thread, once the dispatcher has let it run: its time begins. */
        private static Response begin(Interceptor.Chain chain) throws IOException {
            Asked asked = chain.request().tag(Asked.class);
            if (asked.batch().hasFailed()) {
                throw new IOException("not sent, since another request has failed");
            }
            asked.batch().begin(asked.id());
            return chain.proceed(chain.request());
        }

        @Override
        public void fetch(Batch batch) throws InterruptedException {
            CountDownLatch unanswered = new CountDownLatch(batch.size());
            for (int id = 0; id < batch.size(); id++) {
                Request request = new Request.Builder()
                        .url(HttpUrl.get(settings.uri(id)))
                        .header("User-Agent", ClientSettings.USER_AGENT)
                        .tag(Asked.class, new Asked(batch, id))
                        .build();
                http.newCall(request).enqueue(new Answer(batch, id, unanswered));
            }
            unanswered.await();
        }

        @Override
        public void close() {
            http.dispatcher().cancelAll();
            threads.shutdownNow();
            http.connectionPool().evictAll();
        }
    }

    /** What a request carries through the client. */
    private record Asked(Batch batch, int id) {}

    private record Answer(Batch batch, int id, CountDownLatch unanswered) implements Callback {
        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                UserBody.checkedLength(Math.max(0, response.body().contentLength()));
                if ("close".equalsIgnoreCase(response.header("Connection"))) {
                    batch.connectionCloses();
                }
                batch.answer(id, response.code(), response.body().bytes());
            } catch (IOException | RuntimeException e) {
                batch.fail(id, e);
            } finally {
                unanswered.countDown();
            }
        }

        @Override
        public void onFailure(Call call, IOException e) {
            batch.fail(id, e);
            unanswered.countDown();
        }
    }
}
