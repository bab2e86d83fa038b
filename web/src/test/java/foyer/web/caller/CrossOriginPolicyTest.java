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

    private final CrossOriginPolicy policy =
            new CrossOriginPolicy(new CrossOriginSettings(Set.of(ADMIN)), CrossOriginPolicyTest::originsOf);

    @Test
    void anEventsPartnersMayReadIt() {
        assertThat(policy.allowed(PARTNER, "events/" + KNOWN, "GET")).contains(PARTNER);
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
        assertThat(policy.allowed(origin, path, method)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"events, POST", "operators, GET", "auth/login, POST", "events/" + KNOWN + ", PUT"})
    void operatorsPagesMayCallAll(String path, String method) {
        assertThat(policy.allowed(ADMIN, path, method)).contains(ADMIN);
    }

    private static List<String> originsOf(EventId id) {
        if (!id.value().equals(KNOWN)) {
            throw new NotFound("event");
        }
        return List.of(PARTNER);
    }
}
