package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page to browse the API's description: what it is made of is let through by its own content security policy. */
@Beside
class DescriptionPageIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void everyCallCanBeLookedUp() {
        var page = DEVICES.onDesk();
        page.navigate(Whole.onMicro().url() + "/api/docs");

        var calls = page.locator(".opblock");
        calls.nth(20).waitFor();

        assertThat(calls.count()).isGreaterThan(20);
        assertThat(page.locator(".opblock-summary-path").allInnerTexts()).contains("/api/events");
        Watching.keep(page, "description-1440");
    }
}
