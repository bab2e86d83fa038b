package foyer.access;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Ids;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SingleUseTest {
    private final String id = Ids.fresh();

    @Test
    void aCodeAndALinkThatProvesAnAddressAreUsedUp() {
        assertThat(SingleUse.among(Map.of("email", "ada@example.org", "code", "123456")))
                .isTrue();
        assertThat(SingleUse.among(Map.of("email", "ada@example.org", "code", 123_456L)))
                .isTrue();
        assertThat(SingleUse.among(Map.of("linkToken", "p." + id + ".secret"))).isTrue();
    }

    @Test
    void aRegistrationsOwnLinkAndAPasswordMayBeShownAgain() {
        assertThat(SingleUse.among(Map.of("linkToken", "a." + id + ".secret"))).isFalse();
        assertThat(SingleUse.among(Map.of("password", "open sesame"))).isFalse();
        assertThat(SingleUse.among(Map.of())).isFalse();
    }

    @Test
    void whatOpensNothingIsNotUsedUpEither() {
        assertThat(SingleUse.among(Map.of("linkToken", 7L))).isFalse();
        assertThat(SingleUse.among(Map.of("linkToken", "p." + id))).isFalse();
    }
}
