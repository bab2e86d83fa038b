package foyer.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import javax.security.auth.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BearersOnlyTest {
    private final ContainersWord container = new ContainersWord();
    private final BearersOnly module = new BearersOnly(container.provider(), "server /api");

    @BeforeEach
    void begin() throws AuthException {
        module.initialize(null, null, callbacks -> {}, null);
    }

    @Test
    void whoSaysNothingOfThemselvesIsNobodyAndTheContainerIsNotAsked() throws AuthException {
        var message = new Asked(null);
        var caller = new Subject();

        assertThat(module.validateRequest(message, caller, null)).isEqualTo(AuthStatus.SUCCESS);
        assertThat(module.secureResponse(message, null)).isEqualTo(AuthStatus.SEND_SUCCESS);
        assertThat(caller.getPrincipals()).isEmpty();
        assertThat(container.asked()).isEmpty();
    }

    @Test
    void aViewersTokenIsNotTheContainersMatter() throws AuthException {
        var caller = new Subject();

        assertThat(module.validateRequest(new Asked("Foyer abc"), caller, null)).isEqualTo(AuthStatus.SUCCESS);
        assertThat(caller.getPrincipals()).isEmpty();
        assertThat(container.asked()).isEmpty();
    }

    @Test
    void aBearerIsTheContainersToJudge() throws AuthException {
        var message = new Asked("Bearer abc");

        assertThat(module.validateRequest(message, new Subject(), null)).isEqualTo(AuthStatus.SEND_FAILURE);
        assertThat(module.secureResponse(message, null)).isEqualTo(AuthStatus.SEND_CONTINUE);
        assertThat(container.asked()).containsExactly("request", "answer");
    }

    @Test
    void soAreCredentialsThatNobodyKnows() throws AuthException {
        for (var credentials : new String[] {"bearer abc", "Basic abc", "foyer abc", ""}) {
            container.forget();
            assertThat(module.validateRequest(new Asked(credentials), new Subject(), null))
                    .as(credentials)
                    .isEqualTo(AuthStatus.SEND_FAILURE);
        }
    }

    @Test
    void whatTheContainerProtectsItIsAskedAboutInAnyCase() throws AuthException {
        var message = new Asked(null).onProtectedGround();

        assertThat(module.validateRequest(message, new Subject(), null)).isEqualTo(AuthStatus.SEND_FAILURE);
        assertThat(container.asked()).containsExactly("request");
    }

    @Test
    void theContainersOwnIsMadeOnceAndNotForEachRequest() throws AuthException {
        module.initialize(null, null, callbacks -> {}, null);
        module.initialize(null, null, callbacks -> {}, null);

        assertThat(container.made()).isEqualTo(1);
    }
}
