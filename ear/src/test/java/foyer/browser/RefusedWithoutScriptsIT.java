package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.whole.Beside;
import foyer.whole.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said where no script runs to who cannot register: sold out, over, or not open yet. */
@Beside
class RefusedWithoutScriptsIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Page page = DEVICES.onPhoneWhoseScriptsFail();

    @Test
    void aFullEventIsToldInWords() {
        var visitor =
                Visitor.onItsPage(page, Offers.full(false), "no-script-full").at("refused");

        assertThat(visitor.words("told")).contains("Sold out").doesNotContain(Offers.THANKS);
        assertThat(visitor.frame().locator("form[data-panel=register]").count()).isZero();
    }

    @Test
    void whoComesTooLateWhileTheFormIsFilledInIsToldToo() {
        var event = Offers.published(Offers.withOneSeat(false));
        var visitor = Visitor.onItsPage(page, event, "no-script-late")
                .at("register")
                .answer("register", "email", Mailbox.fresh().address());
        Offers.takeTheSeatOf(event);

        visitor.send("register").at("refused");

        assertThat(visitor.words("told")).contains("Sold out").doesNotContain(Offers.THANKS);
    }

    @Test
    void afterItsWindowRegistrationIsClosedInWords() {
        var event = Offers.published(Offers.within("closesAt", "2020-01-01T12:00:00"));

        var visitor = Visitor.onItsPage(page, event, "no-script-closed").at("refused");

        assertThat(visitor.words("told")).contains("Registration is closed").doesNotContain("Look again");
        assertThat(visitor.frame().locator("form[data-panel=register]").count()).isZero();
    }

    @Test
    void beforeItsWindowItIsToldWhenThatOpens() {
        var event = Offers.published(Offers.within("opensAt", "2040-03-01T18:00:00"));

        var visitor = Visitor.onItsPage(page, event, "no-script-early").at("refused");

        assertThat(visitor.words("told"))
                .contains("Registration is not open yet", "March 1, 2040", "6:00", "Look again");
        assertThat(visitor.frame().locator("form[data-panel=register]").count()).isZero();
    }

    @Test
    void whoIsRegisteredComesInAlsoWhereNobodyRegistersAnyMore() {
        var ada = Mailbox.fresh();
        var event = Offers.published(Offers.withOneSeat(false));
        Offers.takeTheSeatOf(event, ada);
        var first = ada.code();

        var visitor = Visitor.onItsPage(page, event, "no-script-known")
                .at("refused")
                .press("[data-panel=told] [data-turn]")
                .at("code")
                .answer("code", "email", ada.address())
                .send("code")
                .at("verify");

        visitor.answer("verify", "code", ada.codeAfter(first)).send("verify").at("watch");
    }
}
