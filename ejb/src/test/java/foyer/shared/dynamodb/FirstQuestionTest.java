package foyer.shared.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FirstQuestionTest {
    @Test
    void whoBeginsToUseTheStoreWaitsUntilItIsAnswered() throws Exception {
        var answer = new CountDownLatch(1);
        var first = new FirstQuestion(() -> awaited(answer));
        first.ask();

        var others = CompletableFuture.runAsync(first::await);
        assertThatThrownBy(() -> others.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        answer.countDown();
        others.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whatTheStoreRefusesIsLeftToThoseWhoseMatterItIs() {
        var asked = new AtomicInteger();
        var first = new FirstQuestion(() -> {
            asked.incrementAndGet();
            throw new IllegalStateException("There is no store.");
        });

        first.ask();

        assertThatCode(first::await).doesNotThrowAnyException();
        assertThat(asked).hasValue(1);
    }

    @Test
    void nobodyWaitsWhereNothingWasAsked() {
        assertThatCode(new FirstQuestion(() -> "an answer")::await).doesNotThrowAnyException();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
