package foyer.bench;

import jakarta.json.Json;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** How fast people are booked in, and what happens when the last seats are fought for. */
final class Seats {
    private static final int BOOKED = 6_000;
    private static final int THREADS = 16;
    private static final int CLIENTS = 500;
    private static final int LEFT = 20;

    private final Ground ground;

    Seats(Ground ground) {
        this.ground = ground;
    }

    void rate() {
        System.out.println("\nRegistrations with a capacity on one event");
        var event = withCapacity(1_000_000);
        var herd = new Herd(ground.port(), THREADS);
        herd.rush(Ground.registrations(event, "warm", BOOKED / 2, "")).bodies();
        var booked = herd.rush(Ground.registrations(event, "booked", BOOKED, ""));
        booked.bodies();
        ground.bars().atLeast("registrations a second", booked.perSecond(), 130);
        var bare = bare(Ground.json(booked.bodies().get(0)).getString("registrationId"));
        System.out.printf("  the bare SDK writes the same items %.0f times a second%n", bare);
        ground.bars().atLeast("registrations : the bare SDK", booked.perSecond() / bare, 0.5);
    }

    private double bare(String registration) {
        try (var store = new BareStore(ground.store(), THREADS, registration)) {
            rush(store, BOOKED / 2);
            var started = System.nanoTime();
            rush(store, BOOKED);
            return BOOKED / ((System.nanoTime() - started) / 1e9);
        }
    }

    private static void rush(BareStore store, int times) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            threads.invokeAll(Collections.nCopies(times, Executors.callable(store::write)));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", hurried);
        } finally {
            threads.shutdownNow();
        }
    }

    /** They come once the letters to the thousands who were booked in before have gone out. */
    void last() {
        System.out.println("\n" + CLIENTS + " clients on the last " + LEFT + " seats");
        var event = withCapacity(100);
        new Herd(ground.port(), THREADS)
                .rush(Ground.registrations(event, "early", 100 - LEFT, ""))
                .bodies();
        try (var letters = new WaitingLetters(ground.store())) {
            letters.awaitNone();
        }
        var fight = new Herd(ground.port(), CLIENTS).rush(Ground.registrations(event, "late", CLIENTS, ""));
        var others = fight.answers().stream()
                .filter(answer -> !answer.success())
                .flatMap(answer -> answer.body().contains("\"sold_out\"") ? Stream.empty() : Stream.of(answer.body()))
                .findFirst();
        others.ifPresent(body -> {
            throw new IllegalStateException("Refused for another reason: " + body);
        });
        ground.bars().atMost("seats given", fight.successes(), LEFT);
        ground.bars().atLeast("seats given", fight.successes(), LEFT);
        ground.bars().atMost("p99 of those who fought, ms", fight.waits().quantile(0.99), 1_000);
    }

    private String withCapacity(int seats) {
        return ground.event("email", Json.createObjectBuilder().add("capacity", seats));
    }
}
