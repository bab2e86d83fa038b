package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.Mailbox;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scripts that come once somebody has begun without them. */
@Beside
class LateScriptIT {
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
}
