package foyer.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.NotFound;
import foyer.shared.ProblemCode;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
    @Test
    void aRefusalIsToldInItsOwnWords() {
        assertThat(Failures.answerTo(new NotFound("event"), true).message()).isEqualTo("There is no such event.");
    }

    @Test
    void aRefusalInsideOfTheContainersWrappingIsToldTheSame() {
        var wrapped = new EJBException("wrapped", new NotFound("event"));

        assertThat(Failures.answerTo(wrapped, true).code()).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void aStrangerIsAskedWhoTheyAre() {
        assertThat(Failures.answerTo(new EJBAccessException("no"), true).code()).isEqualTo(ProblemCode.UNAUTHENTICATED);
    }

    @Test
    void somebodyKnownIsToldThatTheyMayNot() {
        assertThat(Failures.answerTo(new EJBAccessException("no"), false).code())
                .isEqualTo(ProblemCode.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, NullPointerException.class, StackOverflowError.class})
    void aBugTellsNothingOfTheInside(Class<? extends Throwable> bug) throws ReflectiveOperationException {
        var thrown = bug.getConstructor(String.class).newInstance("select * from secrets");

        var answer = Failures.answerTo(thrown, true);

        assertThat(answer.code()).isEqualTo(ProblemCode.INTERNAL);
        assertThat(answer.message()).doesNotContain("secrets");
    }

    @Test
    void aBugWrappedByTheContainerIsStillABug() {
        assertThat(Failures.answerTo(new EJBException("x", new IllegalStateException("y")), true)
                        .code())
                .isEqualTo(ProblemCode.INTERNAL);
    }

    @ParameterizedTest
    @CsvSource({
        "400, VALIDATION_FAILED",
        "401, UNAUTHENTICATED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, NOT_ACCEPTABLE",
        "412, VERSION_CONFLICT",
        "413, TOO_LARGE",
        "414, URI_TOO_LONG",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "418, VALIDATION_FAILED",
        "429, TOO_MANY_REQUESTS",
        "500, INTERNAL",
        "501, METHOD_NOT_ALLOWED",
        "503, UNAVAILABLE"
    })
    void everyStatusOfTheContainerHasACode(int status, ProblemCode code) {
        assertThat(Failures.ofStatus(status).code()).isEqualTo(code);
    }
}
