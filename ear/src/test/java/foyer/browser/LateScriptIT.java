package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.Mailbox;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scripts that come once somebody has begun without them. */
@Beside
class LateScriptIT {
    private static final String SENDS_FORMS = "**/leading-in-*.js";
    private static final String KEEPS_SESSIONS = "**/sessions-*.js";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void whoGotInBeforeTheScriptCameGoesOnWithIt() {
        var page = DEVICES.onPhoneWhoseScriptsFail();
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.bySharedPassword()), "late-script")
                .at("login");
        page.unroute("**/*.js");

        visitor.answer("login", "password", Offers.SHARED_PASSWORD)
                .send("login")
                .watches();
    }

    @Test
    void whatWasWrittenBeforeTheScriptCameIsSentByIt() {
        var ada = Mailbox.fresh();
        var held = new ArrayDeque<Route>();
        var page = DEVICES.onPhone();
        page.route("**/guarded.js", held::add);
        var visitor = Visitor.onItsPageAtOnce(page, Offers.published(Offers.byMail()), "slow-script");
        Offers.filledIn(visitor, ada.address()).answer("register", "userData.country", "Austria");

        page.waitForCondition(() -> !held.isEmpty());
        held.remove().resume();
        visitor.frame().locator("select[name='userData.country']").waitFor();
        assertThat(visitor.control("register", "userData.country").inputValue()).isEqualTo("AT");
        visitor.send("register").at("verify");
    }

    @Test
    void whereWhatSendsFormsDoesNotComeTheyAreSentAllTheSameAndItIsAskedForAgain() {
        var ada = Mailbox.fresh();
        var page = DEVICES.onPhone();
        var told = reportsOf(page);
        page.route(SENDS_FORMS, Route::abort);
        var visitor = Visitor.inPartnersPage(page, Offers.published(Offers.byMail()), "no-leading-in");

        Offers.filledIn(visitor, ada.address()).send("register").at("verify");
        visitor.answer("verify", "code", ada.code()).send("verify").at("watch");
        page.unroute(SENDS_FORMS);

        visitor.watches();
        page.waitForCondition(() -> !told.isEmpty(), patiently());
    }

    @Test
    void whatKeepsTheSessionIsAskedForUntilItComes() {
        var page = DEVICES.onPhone();
        var told = reportsOf(page);
        page.route(KEEPS_SESSIONS, Route::abort);
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.bySharedPassword()), "late-session")
                .at("login")
                .answer("login", "password", Offers.SHARED_PASSWORD)
                .send("login");

        visitor.watches();
        assertThat(told).isEmpty();
        page.unroute(KEEPS_SESSIONS);

        page.waitForCondition(() -> !told.isEmpty(), patiently());
    }

    /** The heartbeats that a page sends from now on. */
    private static List<String> reportsOf(Page page) {
        var told = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.url().endsWith("/heartbeat")) {
                told.add(request.url());
            }
        });
        return told;
    }

    private static Page.WaitForConditionOptions patiently() {
        return new Page.WaitForConditionOptions().setTimeout(90_000);
    }
}
