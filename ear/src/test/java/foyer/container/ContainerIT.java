package foyer.container;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.shared.Unavailable;
import foyer.whole.Build;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Runs inside Payara Micro, in the application as it is deployed. All of it is one class, for the container is started
 * once a class.
 */
@Isolated("it starts servers of its own, which takes both cores")
@ExtendWith(ArquillianExtension.class)
class ContainerIT {
    private static final int MEDIA_CALLS_AT_ONCE = 16;
    private static final int CALLS_UNTIL_LEFT_IN_PEACE = 10;

    @Inject
    BeanManager beans;

    @Inject
    AsAdmin admin;

    @Inject
    AsOrganizer organizer;

    @Inject
    AsAnalyst analyst;

    @Inject
    Heartbeat heartbeat;

    @Resource
    ManagedExecutorService threads;

    @Deployment
    static WebArchive foyerWithTheseTests() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, Build.mergedWar().toFile())
                .addPackage(ContainerIT.class.getPackage())
                .addClass(Await.class)
                .addAsLibrary(Build.jarOf(Assertions.class).toFile())
                .addAsWebInfResource("container/ejb-jar.xml", "ejb-jar.xml")
                .addAsWebInfResource("container/payara-web.xml", "payara-web.xml");
    }

    @Test
    void everyBusinessMethodHasExactlyOneRule() {
        assertThat(BusinessMethod.all(beans))
                .as("methods of all EJBs")
                .isNotEmpty()
                .allSatisfy(
                        method -> assertThat(method.rules()).as("%s", method).isEqualTo(1));
    }

    @Test
    void anAdminReachesWhatAdminsMay() {
        assertThat(surprises("admin", admin::call)).isEmpty();
    }

    @Test
    void anOrganizerReachesWhatOrganizersMay() {
        assertThat(surprises("organizer", organizer::call)).isEmpty();
    }

    @Test
    void anAnalystReachesWhatAnalystsMay() {
        assertThat(surprises("analyst", analyst::call)).isEmpty();
    }

    @Test
    void nobodyReachesWhatEverybodyMay() {
        assertThat(surprises("", Supplier::get)).isEmpty();
    }

    @Test
    void everyTimerIsRegisteredAndNoneIsKept() {
        var declared = BusinessMethod.enterpriseBeans(beans).flatMap(TimerRule::declaredBy);
        var ours = TimerRule.declaredBy(Heartbeat.class);

        assertThat(heartbeat.registered())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(declared, ours).toList())
                .noneMatch(TimerRule::persistent);
    }

    @Test
    void timersFire() {
        var before = Heartbeat.BEATS.get();

        assertThat(Await.until(Duration.ofSeconds(20), () -> Heartbeat.BEATS.get() > before))
                .isTrue();
    }

    @Test
    void faultToleranceInterceptsWhereverItIsDeclared() {
        var tolerant = new FaultTolerantBeans(beans);

        assertThat(tolerant.all()).isNotEmpty().allMatch(tolerant::intercepted);
    }

    @Test
    void whoFindsTheWayToTheStoreFullIsRefused() throws Exception {
        var tolerant = new FaultTolerantBeans(beans);
        var turnstile = tolerant.reference(tolerant.named("Turnstile"));

        try (var full = new FullTurnstile(turnstile, MicroForContainerTests.STORE_CALLS_AT_ONCE, threads)) {
            assertThat(full.isFull()).isTrue();
            assertThat(full.call(() -> "let in")).isInstanceOf(BulkheadException.class);
        }
    }

    @Test
    void theEdgeIsToldHoweverManyWaitForTheRestOfAws() throws Exception {
        var tolerant = new FaultTolerantBeans(beans);
        var media = tolerant.reference(tolerant.named("AwsTurnstile"));
        var edge = tolerant.reference(tolerant.named("EdgeTurnstile"));

        try (var full = new FullTurnstile(media, MEDIA_CALLS_AT_ONCE, threads);
                var free = new FullTurnstile(edge, 0, threads)) {
            assertThat(full.isFull()).isTrue();
            assertThat(full.call(() -> "let in")).isInstanceOf(BulkheadException.class);
            assertThat(free.call(() -> "let in")).isEqualTo("let in");
        }
    }

    @Test
    void theEdgeIsToldWhileTheRestOfAwsIsLeftInPeace() throws Exception {
        var tolerant = new FaultTolerantBeans(beans);
        var media = tolerant.reference(tolerant.named("AwsTurnstile"));
        var edge = tolerant.reference(tolerant.named("EdgeTurnstile"));

        try (var silent = new FullTurnstile(media, 0, threads);
                var well = new FullTurnstile(edge, 0, threads)) {
            for (var call = 0; call < CALLS_UNTIL_LEFT_IN_PEACE; call++) {
                silent.call(() -> {
                    throw new Unavailable("S3 does not answer.", Duration.ofSeconds(5));
                });
            }

            assertThat(silent.call(() -> "let in")).isInstanceOf(CircuitBreakerOpenException.class);
            assertThat(well.call(() -> "let in")).isEqualTo("let in");
            // Nobody is to be in another test's way.
            assertThat(Await.until(Duration.ofSeconds(20), () -> "let in".equals(silent.call(() -> "let in"))))
                    .isTrue();
        }
    }

    @Test
    void whoFindsTheWayToThePostOfficeFullIsRefused() throws Exception {
        var counter = postCounter();
        var places = counter.places();

        try (var relay = new EndlessGreeting(relayPort())) {
            var inside = Stream.generate(counter::begin).limit(places).toList();
            assertThat(Await.until(Duration.ofSeconds(20), () -> relay.callers() == places))
                    .isTrue();
            assertThat(counter.begin().outcome()).isInstanceOf(BulkheadException.class);

            // Nobody is to be in another test's way.
            relay.hangUp();
            for (var call : inside) {
                call.outcome();
            }
        }
    }

    @Test
    void aPostOfficeThatTakesTooLongIsGivenUp() throws Exception {
        try (var relay = new EndlessGreeting(relayPort())) {
            var call = postCounter().begin();
            assertThat(Await.until(Duration.ofSeconds(20), call::isToldToEnd)).isTrue();
            relay.hangUp();

            assertThat(call.outcome()).isInstanceOf(TimeoutException.class);
        }
    }

    private static int relayPort() {
        return ConfigProvider.getConfig().getValue(MicroForContainerTests.RELAY_PORT, Integer.class);
    }

    private PostCounterCalls postCounter() {
        var tolerant = new FaultTolerantBeans(beans);
        var counter = tolerant.named("PostCounter");
        return new PostCounterCalls(tolerant.reference(counter), counter.getBeanClass(), threads);
    }

    /** Where the container decided otherwise than the annotations say. */
    private List<String> surprises(String role, Function<Supplier<String>, String> caller) {
        return BusinessMethod.all(beans).stream()
                .map(method -> surprise(method, role, caller))
                .filter(surprise -> !surprise.isEmpty())
                .toList();
    }

    private static String surprise(BusinessMethod method, String role, Function<Supplier<String>, String> caller) {
        var expected = method.permits(role) ? "let in" : "refused";
        var reference = CDI.current().select(method.bean()).get();
        var outcome = caller.apply(() -> Attempt.outcome(method, reference));
        return outcome.equals(expected)
                ? ""
                : "%s calling %s should be %s, was: %s"
                        .formatted(role.isEmpty() ? "nobody" : role, method, expected, outcome);
    }
}
