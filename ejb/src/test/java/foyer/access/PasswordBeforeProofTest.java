package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.session.Standing;
import foyer.shared.BadCredentials;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Eve registers Ada's address with a password of her own, and waits for Ada to prove it. */
class PasswordBeforeProofTest {
    private static final String EVES = "a password of eve's";
    private static final String ADAS = "a password of ada's";

    private final SomeAccess access = new SomeAccess(anEvent(true));

    @Test
    void itOpensNothingAfterAdaProvedHerAddressByTheCode() {
        eveRegistersAda(access);

        assertThat(access.byCode(ADA, access.lastCode()).opened()).isNotNull();

        nothingIsOpenTo(EVES);
    }

    @Test
    void itOpensNothingAfterAdaFollowedTheLink() {
        eveRegistersAda(access);

        assertThat(access.byLink(access.lastToken()).opened()).isNotNull();
        assertThat(access.byLink(access.lastToken()).opened()).isNotNull();

        nothingIsOpenTo(EVES);
    }

    @Test
    void itOpensNothingAfterAdaRegisteredTooAndFollowedTheLinkOfThat() {
        eveRegistersAda(access);
        access.join(ADA, Map.of("password", ADAS));

        assertThat(access.byLink(access.lastToken()).opened()).isNotNull();

        nothingIsOpenTo(EVES);
    }

    @Test
    void thePasswordThatAdaShowsWithACodeIsTheOneThatOpens() {
        eveRegistersAda(access);
        access.join(ADA, Map.of("password", ADAS));
        access.byLink(access.lastToken());
        access.askForCode(ADA);

        assertThat(access.byCode(ADA, access.lastCode(), ADAS).opened()).isNotNull();

        assertThat(login(access, ADAS).opened()).isNotNull();
        assertThatThrownBy(() -> login(access, EVES)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void whatEveIsToldIsTheSameBeforeAndAfterAndWhereAdaWasFaster() {
        eveRegistersAda(access);
        nothingIsOpenTo(EVES);
        access.byCode(ADA, access.lastCode());
        nothingIsOpenTo(EVES);
        var faster = new SomeAccess(anEvent(true));
        faster.join(ADA, Map.of("password", ADAS));
        eveRegistersAda(faster);

        assertThatThrownBy(() -> login(faster, EVES)).isInstanceOf(BadCredentials.class);
        assertThatThrownBy(() -> login(faster, ADAS)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void whereNoProofIsAskedForItOpensUntilAdaProvesHerAddress() {
        var waived = new SomeAccess(anEvent(false));
        eveRegistersAda(waived);
        var eve = requireNonNull(login(waived, EVES).opened());
        waived.clock.pass(Duration.ofSeconds(1));
        waived.join(ADA, Map.of("password", ADAS));

        var ada = requireNonNull(waived.byLink(waived.lastToken()).opened());

        var beat = waived.node.beat(eve, Map.of());
        assertThat(beat.standing()).isEqualTo(Standing.REVOKED);
        assertThat(waived.node.beat(ada, Map.of()).goesOn()).isTrue();
        assertThatThrownBy(() -> login(waived, EVES)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void whatAdaProvedOnceStaysHers() {
        access.join(ADA, Map.of("password", ADAS));
        access.byCode(ADA, access.lastCode(), ADAS);

        access.byLink(access.lastToken());

        assertThat(login(access, ADAS).opened()).isNotNull();
    }

    @Test
    void aPasswordThatWasRefusedForWantOfAProofIsProvenByTheCodeThatFollows() {
        access.join(ADA, Map.of("password", ADAS));
        access.byLink(access.lastToken());
        assertThatThrownBy(() -> login(access, ADAS)).isInstanceOf(BadCredentials.class);
        access.askForCode(ADA);

        assertThat(byCodeAfter(ADAS).opened()).isNotNull();

        assertThat(login(access, ADAS).opened()).isNotNull();
    }

    @Test
    void aSlipOfTheHandIsNobodysPassword() {
        access.join(ADA, Map.of("password", ADAS));
        access.byCode(ADA, access.lastCode(), ADAS);
        access.askForCode(ADA);

        assertThat(byCodeAfter(ADAS + "x").opened()).isNotNull();

        assertThat(login(access, ADAS).opened()).isNotNull();
        assertThatThrownBy(() -> login(access, ADAS + "x")).isInstanceOf(BadCredentials.class);
    }

    @Test
    void norIsOneOfAnUnprovenPassword() {
        access.join(ADA, Map.of("password", ADAS));
        access.askForCode(ADA);

        assertThat(byCodeAfter(ADAS + "x").opened()).isNotNull();

        nothingIsOpenTo(ADAS + "x");
        nothingIsOpenTo(ADAS);
    }

    private LetIn byCodeAfter(String tried) {
        return access.login(Map.of("email", ADA, "code", access.lastCode(), "triedPassword", tried));
    }

    private void nothingIsOpenTo(String password) {
        assertThatThrownBy(() -> login(access, password)).isInstanceOf(BadCredentials.class);
    }

    private static void eveRegistersAda(SomeAccess access) {
        access.join(ADA, Map.of("password", EVES));
    }

    private static LetIn login(SomeAccess access, String password) {
        return access.login(Map.of("email", ADA, "password", password));
    }

    private static Event anEvent(boolean verifyEmail) {
        var submission = new HashMap<>(aSubmissionWith("authType", "password"));
        submission.put("passwordConfig", Map.of("mode", "personal"));
        submission.put("verifyEmail", verifyEmail);
        return aPublishedEventOf(submission);
    }
}
