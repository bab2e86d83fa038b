package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import foyer.whole.EventFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** That axe-core finds nothing to mend on any step, on a desk and on a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessiblePageIT {
    private Chromium chromium;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    @Test
    void everyStepIsForEverybody() {
        for (var context : List.of(chromium.desktop(), chromium.phone())) {
            try (context) {
                for (var offer : List.of(anEvent(), upcoming(), Offers.byMail(), Offers.bySharedPassword())) {
                    assertNothingFound(context, Offers.published(offer));
                }
                var personal = Offers.published(Offers.byPersonalPassword());
                for (var way : List.of("", "?way=login", "?way=code", "?k=p.registration.secret")) {
                    assertNothingFound(context, personal + way);
                }
            }
        }
    }

    @Test
    void whatIsWrongIsForEverybodyToo() {
        try (var context = chromium.phone()) {
            var visitor = Visitor.onItsPage(context.newPage(), Offers.published(Offers.byMail()), "axe");

            visitor.send("register").alert("register");

            assertThat(Axe.findings(visitor.frame())).isEmpty();
        }
    }

    @Test
    void thePlayerIsForEverybody() {
        try (var context = chromium.desktop()) {
            var page = context.newPage();
            var visitor = Visitor.onItsPage(page, Offers.published(anEvent()), "axe-player");
            visitor.watches();

            assertThat(Axe.findings(visitor.frame())).isEmpty();
        }
    }

    private static void assertNothingFound(BrowserContext context, String address) {
        var page = context.newPage();
        var visitor = Visitor.onItsPage(page, address, "axe");
        assertThat(Axe.findings(visitor.frame())).as(address).isEmpty();
        page.close();
    }

    private static EventFixture upcoming() {
        var tomorrow = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 86_400);
        return anEvent().lasting(tomorrow, tomorrow.plusSeconds(3600));
    }
}
