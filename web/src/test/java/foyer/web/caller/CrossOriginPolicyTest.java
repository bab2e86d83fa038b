package foyer.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.shared.NotFound;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossOriginPolicyTest {
    private static final String KNOWN = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String PARTNER = "https://partner.example";
    private static final String ADMIN = "https://admin.example";

    private List<String> remembered = List.of();
    private final CrossOriginPolicy policy = new CrossOriginPolicy(
            new CrossOriginSettings(Set.of(ADMIN)), CrossOriginPolicyTest::originsOf, id -> remembered);

    @Test
    void anEventsPartnersMayReadIt() {
        assertThat(policy.allowed(from(PARTNER, "events/" + KNOWN, "GET"))).contains(PARTNER);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, events/" + KNOWN + ", GET",
        "https://partner.example.evil.example, events/" + KNOWN + ", GET",
        "http://partner.example, events/" + KNOWN + ", GET",
        "null, events/" + KNOWN + ", GET",
        "https://partner.example, events/" + KNOWN + ", PUT",
        "https://partner.example, events/" + KNOWN + "/publish, POST",
        "https://partner.example, events/BBBBBBBBBBBBBBBBBBBBBB, GET",
        "https://partner.example, events/x, GET",
        "https://partner.example, events, GET",
        "https://partner.example, operators, GET",
        "https://partner.example, '', GET"
    })
    void nobodyElseMayAnythingElse(String origin, String path, String method) {
        assertThat(policy.allowed(from(origin, path, method))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"events, POST", "operators, GET", "auth/login, POST", "events/" + KNOWN + ", PUT"})
    void operatorsPagesMayCallAll(String path, String method) {
        assertThat(policy.allowed(from(ADMIN, path, method))).contains(ADMIN);
    }

    @Test
    void whatIsKnownDecidesWithoutAsking() {
        var call = from(PARTNER, "events/" + KNOWN, "GET");
        assertThat(policy.allowedByWhatIsKnown(call)).isEmpty();

        remembered = List.of(PARTNER);

        assertThat(policy.allowedByWhatIsKnown(call)).contains(PARTNER);
    }

    private static FromPage from(String origin, String path, String method) {
        return new FromPage(origin, path, method, false);
    }

    private static List<String> originsOf(EventId id) {
        if (!id.value().equals(KNOWN)) {
            throw new NotFound("event");
        }
        return List.of(PARTNER);
    }
}
