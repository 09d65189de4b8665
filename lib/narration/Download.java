package lib.narration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import lib.io.UserError;

/** A file from the web: whole, in reasonable time, and no larger than a pack, or not at all. */
final class Download {

    private static final int WHOLE = 20; // times the patience: ten minutes of a patience of thirty seconds
    private static final Duration QUICKEST = Duration.ofSeconds(5); // a first connection loads half of the client
    private static final long LOOK_EVERY = 100; // ms

    private Download() {}

    /**
     * Fetches a file. A redirection is followed, but for one from an encrypted address to one that is not.
     *
     * @param patience how long to wait for a connection, and for each part that comes; the whole, from the first byte
     *     of its head on, may take twenty times as long
     * @param progress hears how many bytes have come, ten times a second
     * @throws UserError if it does not come, comes in part, or is too large
     */
    static void fetch(URI address, Duration patience, Path into, LongConsumer progress) throws IOException {
        var body = new Counted();
        try {
            var client = HttpClient.newBuilder().followRedirects(Redirect.NORMAL)
                    .connectTimeout(patience.compareTo(QUICKEST) < 0 ? QUICKEST : patience).build();
            var answer = client.sendAsync(HttpRequest.newBuilder(address).build(), head -> {
                long declared = head.headers().firstValueAsLong("content-length").orElse(-1);
                return head.statusCode() == 200 ? body.into(into, declared) : BodySubscribers.replacing(null);
            });
            accept(address, await(answer, body, patience, progress));
        } catch (FileSystemException e) {
            throw e; // the disk's fault, not the network's
        } catch (IOException | IllegalArgumentException e) {
            // an address may have no host, or a port that there is none
            if (body.came > PackStaging.MOST) {
                throw UserError.failure(address + " sends more than a pack can be.",
                        "Nothing was installed. Check the address.");
            }
            if (body.came < body.declared) {
                throw UserError.failure(
                        "Only " + body.came + " of " + body.declared + " bytes came from " + address + ".",
                        "Nothing was installed. Try again.", e);
            }
            String reason = e.getMessage() == null ? e.getClass().getSimpleName().replace("Exception", "")
                    : e.getMessage();
            throw UserError.failure("The download from " + address + " did not succeed (" + reason + ").",
                    "Nothing was installed. Check the address and the network, and try again.", e);
        }
    }

    private static void accept(URI address, HttpResponse<Path> answer) {
        int status = answer.statusCode();
        if (status / 100 == 3) {
            throw UserError.failure(
                    address + " sends on to " + answer.headers().firstValue("location").orElse("nowhere")
                            + ", which is not followed: it is not encrypted, or one of too many.",
                    "Nothing was installed. Give --install that address itself, if you trust it.");
        }
        if (status != 200) {
            throw UserError.failure(address + " answers with status " + status + ".",
                    "Nothing was installed. Check the address.");
        }
    }

    /** Waits for the end, and leaves a server that stalls, or that goes on sending a byte now and then. */
    private static HttpResponse<Path> await(CompletableFuture<HttpResponse<Path>> answer, Counted body,
            Duration patience, LongConsumer progress) throws IOException {
        long begin = System.nanoTime();
        long last = begin;
        for (long known = 0; ; ) {
            try {
                return answer.get(LOOK_EVERY, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waiting) {
                long now = System.nanoTime();
                progress.accept(body.came);
                last = body.came > known ? now : last;
                known = body.came;
                boolean tooLong = now - begin > WHOLE * patience.toNanos();
                if (tooLong || body.declared != Counted.NO_HEAD && now - last > patience.toNanos()) {
                    answer.cancel(true);
                    throw new IOException(tooLong
                            ? "it took too long: %s bytes in %s seconds".formatted(known, (now - begin) / 1_000_000_000)
                            : "nothing more came for %s seconds".formatted(Math.max(1, patience.toSeconds())));
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException told) {
                    throw told;
                }
                // a port that there is none, a redirection to nowhere
                throw new IOException(e.getCause().getMessage(), e.getCause());
            } catch (InterruptedException e) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** Writes what comes into a file, counts it, and stops where it is more than a pack can be. */
    private static final class Counted {

        static final long NO_HEAD = Long.MIN_VALUE;

        volatile long came;
        volatile long declared = NO_HEAD; // -1 where the server does not say

        BodySubscriber<Path> into(Path file, long length) {
            declared = length;
            var writer = BodySubscribers.ofFile(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            return new BodySubscriber<>() {
                private Flow.Subscription source;

                @Override
                public CompletionStage<Path> getBody() {
                    return writer.getBody();
                }

                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    source = subscription;
                    writer.onSubscribe(subscription);
                }

                @Override
                public void onNext(List<ByteBuffer> part) {
                    came += part.stream().mapToLong(ByteBuffer::remaining).sum(); // one thread at a time calls this
                    if (came > PackStaging.MOST) {
                        source.cancel();
                        writer.onError(new IOException("too large"));
                    } else {
                        writer.onNext(part);
                    }
                }

                @Override
                public void onError(Throwable problem) {
                    writer.onError(problem);
                }

                @Override
                public void onComplete() {
                    writer.onComplete();
                }
            };
        }
    }
}
