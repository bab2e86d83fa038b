package foyer.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.sandbox.http.Routes;
import foyer.sandbox.http.TestSite;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultControlTest {
    private final Faults faults = new Faults();
    private final TestSite site = new TestSite(routes());

    private Routes routes() {
        var routes = new Routes();
        new FaultControl(faults, EnumSet.complementOf(EnumSet.of(Effect.AFTER))).addTo(routes, "/faults");
        return routes;
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void switchesAFaultOn() throws Exception {
        var answer = site.ask(
                "PUT", "/faults", "{\"operation\":\"PutItem\",\"effect\":\"delay\",\"count\":3,\"seconds\":0.25}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(faults.strike("PutItem")).contains(new Fault("PutItem", Effect.DELAY, 3, Duration.ofMillis(250)));
    }

    @Test
    void hitsOneCallOfAnyKindUnlessToldOtherwise() throws Exception {
        site.ask("PUT", "/faults", "{\"effect\":\"before\"}");

        assertThat(faults.strike("anything")).contains(new Fault("*", Effect.BEFORE, 1, Duration.ZERO));
        assertThat(faults.strike("anything")).isEmpty();
    }

    @Test
    void showsWhatIsActiveAndHowOftenItHit() throws Exception {
        site.ask("PUT", "/faults", "{\"operation\":\"a\",\"effect\":\"reset\",\"count\":2}");
        assertThat(faults.strike("a")).isPresent();

        assertThat(site.get("/faults").body()).contains("\"hits\":1").contains("\"active\":true");
    }

    @Test
    void switchesAllOff() throws Exception {
        site.ask("PUT", "/faults", "{\"effect\":\"before\",\"count\":100}");

        assertThat(site.ask("DELETE", "/faults", "").statusCode()).isEqualTo(204);
        assertThat(faults.strike("a")).isEmpty();
        assertThat(site.get("/faults").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void switchesThatOfOneOperationOff() throws Exception {
        site.ask("PUT", "/faults", "{\"operation\":\"live/a\",\"effect\":\"before\",\"count\":100}");
        site.ask("PUT", "/faults", "{\"operation\":\"live/b\",\"effect\":\"before\",\"count\":100}");

        assertThat(site.ask("DELETE", "/faults?operation=live/a", "").statusCode())
                .isEqualTo(204);

        assertThat(faults.strike("live/a")).isEmpty();
        assertThat(faults.strike("live/b")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"effect\":\"after\"}",
                "{\"effect\":\"explode\"}",
                "{\"effect\":\"before\",\"count\":0}",
                "{\"effect\":\"before\",\"count\":\"many\"}",
                "{\"effect\":\"delay\",\"seconds\":-1}",
                "{\"effect\":\"delay\",\"seconds\":1e12}",
                "{\"effect\":\"before\",\"times\":2}"
            })
    void refusesWhatItDoesNotUnderstand(String body) throws Exception {
        var answer = site.ask("PUT", "/faults", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\"");
        assertThat(faults.list()).isEmpty();
    }
}
