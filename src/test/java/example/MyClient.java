package example;

import fanout.client.ClientSettings;
import fanout.client.FanOutClient;
import fanout.client.FanOutClientProvider;
import fanout.workload.Batch;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A client of one's own, as the README has it measured: {@code java.net.http} on a pool of threads. */
public final class MyClient implements FanOutClientProvider {
    @Override
    public String name() {
        return "my-client";
    }

    @Override
    public FanOutClient open(ClientSettings settings) { // settings.tls() is there for https
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var threads = Executors.newFixedThreadPool(settings.concurrency());
        return new FanOutClient() {
            @Override
            public void fetch(Batch batch) throws InterruptedException {
                threads.invokeAll(IntStream.range(0, batch.size())
                        .mapToObj(id -> Executors.callable(() -> get(batch, id)))
                        .toList());
            }

            private void get(Batch batch, int id) {
                batch.begin(id); // this thread is free for it: its time runs
                try {
                    var request = HttpRequest.newBuilder(settings.uri(id)).build();
                    var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                    batch.answer(id, answer.statusCode(), answer.body());
                } catch (Exception e) {
                    batch.fail(id, e);
                }
            }

            @Override
            public void close() {
                threads.shutdownNow();
            }
        };
    }
}
