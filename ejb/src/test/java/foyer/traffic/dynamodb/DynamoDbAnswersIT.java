package foyer.traffic.dynamodb;

import static foyer.traffic.RepeatingFixture.aRequest;
import static foyer.traffic.RepeatingFixture.repeatingOn;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Ids;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.LocalStore;
import foyer.traffic.Answer;
import foyer.traffic.Answers;
import foyer.traffic.AnswersContract;
import foyer.traffic.KeptRequest;
import foyer.traffic.Repeating;
import foyer.traffic.RequestInFlight;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbAnswersIT implements AnswersContract {
    private static final int CALLERS = 12;
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Answer CREATED = new Answer(201, Map.of(), Map.of("title", "Spring"));

    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(DynamoDbAnswers.TABLE);

    @Override
    public Answers answers() {
        var answers = new DynamoDbAnswers();
        answers.client = STORE.client();
        answers.settings = STORE.settings();
        return answers;
    }

    @Test
    void aFirstCallWritesTwiceAndARepetitionAsksOnce() {
        var repeating = repeatingOn(answers(), CLOCK);
        repeating.once(aRequest("writes"), id -> CREATED);
        assertThat(STORE.writes()).isEqualTo(2);

        STORE.forgetCalls();
        assertThat(repeating.once(aRequest("writes"), id -> CREATED)).isEqualTo(CREATED);
        assertThat(STORE.calls()).hasSize(1);
    }

    @Test
    void aClaimWhoseAnswerWasLostOnTheWayIsStillOurs() {
        STORE.fail(Fault.ANSWER_LOST, "PutItem", 1);

        assertThat(repeatingOn(answers(), CLOCK).once(aRequest("lost"), id -> CREATED))
                .isEqualTo(CREATED);
    }

    @Test
    void anAnswerKeptOfWhichNobodyWasToldIsStillGiven() {
        var repeating = repeatingOn(answers(), CLOCK);
        repeating.once(aRequest("untold"), id -> {
            STORE.fail(Fault.AFTER, "PutItem", 1);
            return CREATED;
        });

        assertThat(repeating.once(aRequest("untold"), id -> new Answer(500, Map.of(), null)))
                .isEqualTo(CREATED);
    }

    @Test
    void ofTwelveAtOnceOneWorks() throws Exception {
        for (var round = 0; round < 5; round++) {
            var worked = new AtomicInteger();

            var outcomes = atOnce(repeatingOn(answers(), CLOCK), worked);

            assertThat(worked).hasValue(1);
            assertThat(outcomes)
                    .hasSize(CALLERS)
                    .allMatch(outcome -> outcome.equals(CREATED) || outcome instanceof RequestInFlight);
        }
    }

    /** The control: the same crowd on a store that looks first and writes then, as one would without the condition. */
    @Test
    void withoutTheConditionSeveralOfTwelveWork() throws Exception {
        var worked = new AtomicInteger();

        for (var round = 0; round < 20 && worked.get() <= round; round++) {
            atOnce(repeatingOn(new LookThenWrite(answers()), CLOCK), worked);
        }

        assertThat(worked.get()).isGreaterThan(1);
    }

    private static List<Object> atOnce(Repeating repeating, AtomicInteger worked) throws Exception {
        var request = aRequest(Ids.fresh());
        var start = new CyclicBarrier(CALLERS);
        Callable<Object> call = () -> {
            start.await();
            try {
                return repeating.once(request, id -> {
                    worked.incrementAndGet();
                    return CREATED;
                });
            } catch (RequestInFlight refused) {
                return refused;
            }
        };
        var callers = Executors.newFixedThreadPool(CALLERS);
        try {
            var outcomes = new ArrayList<Object>();
            for (Future<Object> outcome : callers.invokeAll(Collections.nCopies(CALLERS, call))) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            callers.shutdown();
        }
    }

    private record LookThenWrite(Answers answers) implements Answers {
        @Override
        public KeptRequest claim(KeptRequest wanted, Instant now) {
            var key = Map.of("requestId", Items.text(wanted.id()));
            var table = STORE.settings().table(DynamoDbAnswers.TABLE.name());
            var there =
                    STORE.client().getItem(get -> get.tableName(table).key(key).consistentRead(true));
            if (!there.hasItem()) {
                STORE.client().putItem(put -> put.tableName(table).item(DynamoDbAnswers.item(wanted)));
                return wanted;
            }
            return answers.claim(wanted, now);
        }

        @Override
        public boolean replace(KeptRequest before, KeptRequest after) {
            return answers.replace(before, after);
        }

        @Override
        public void release(KeptRequest claim) {
            answers.release(claim);
        }
    }
}
