package foyer.sandbox;

import foyer.sandbox.dynamodb.DynamoDb;
import foyer.sandbox.http.Routes;
import foyer.sandbox.mail.Mail;
import foyer.sandbox.origin.Origin;
import foyer.sandbox.page.Page;
import foyer.sandbox.partner.Partner;
import foyer.sandbox.s3.S3;
import foyer.sandbox.stripe.Stripe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** All stand-ins. The two slow ones start side by side. */
final class Parts implements AutoCloseable {
    private final Mail mail;
    private final Origin origin;
    private final DynamoDb dynamoDb;
    private final S3 s3;
    private final Stripe stripe;

    private Parts(Mail mail, Origin origin, DynamoDb dynamoDb, S3 s3, Stripe stripe) {
        this.mail = mail;
        this.origin = origin;
        this.dynamoDb = dynamoDb;
        this.s3 = s3;
        this.stripe = stripe;
    }

    /**
     * Fails with a {@link java.net.BindException} where the mailbox's port is occupied.
     *
     * @param url the sandbox's own address
     */
    static Parts start(Settings settings, String url, Clock clock) throws IOException {
        var mail = Mail.start(settings.smtpPort(), clock);
        var dynamoDb = inBackground(() -> DynamoDb.start(settings.dataDir().map(folder -> folder.resolve("dynamodb"))));
        var s3 = S3.start(settings.dataDir().map(folder -> folder.resolve("s3")));
        var stripe = new Stripe(clock, url);
        settings.webhook().ifPresent(stripe::tell);
        return new Parts(mail, new Origin(clock), result(dynamoDb), s3, stripe);
    }

    int smtpPort() {
        return mail.port();
    }

    void addTo(Routes routes) throws IOException {
        dynamoDb.addTo(routes);
        s3.addTo(routes);
        mail.addTo(routes);
        origin.addTo(routes);
        stripe.addTo(routes);
        Partner.addTo(routes);
        Page.addAssetsTo(routes);
    }

    Health health() {
        return new Health()
                .ask("dynamodb", dynamoDb::ask)
                .ask("s3", s3::ask)
                .ask("mail", mail::ask)
                .ask("origin", origin::ask)
                .ask("stripe", stripe::ask);
    }

    private static <T> CompletableFuture<T> inBackground(Callable<T> start) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return start.call();
            } catch (Exception failed) {
                throw new CompletionException(failed);
            }
        });
    }

    private static <T> T result(CompletableFuture<T> started) throws IOException {
        try {
            return started.join();
        } catch (CompletionException failed) {
            throw new IOException("A part of the sandbox did not start", failed.getCause());
        }
    }

    @Override
    public void close() {
        try (s3;
                dynamoDb;
                stripe) {
            mail.close();
        } catch (IOException stubborn) {
            throw new UncheckedIOException(stubborn);
        }
    }
}
