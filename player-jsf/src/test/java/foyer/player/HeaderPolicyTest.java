package foyer.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeaderPolicyTest {
    private static final HeaderPolicy PRODUCTION = new HeaderPolicy(List.of(), Optional.empty(), Optional.empty());

    @Test
    void onlyTheEventsOriginsMayFrameThePage() {
        assertThat(security(PRODUCTION, List.of("https://one.example", "https://two.example:8443")))
                .endsWith("; frame-ancestors 'self' https://one.example https://two.example:8443");
    }

    @Test
    void withoutOriginsOnlyWeMayFrameThePage() {
        assertThat(security(PRODUCTION, List.of())).endsWith("; frame-ancestors 'self'");
    }

    @Test
    void nothingRunsThatDoesNotComeFromUs() {
        assertThat(security(PRODUCTION, List.of()))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-n0nce';")
                .doesNotContain("unsafe");
    }

    @Test
    void inProductionAllMediaIsEncrypted() {
        assertThat(security(PRODUCTION, List.of())).doesNotContain("http:");
    }

    @Test
    void localMediaMayLackEncryption() {
        var local = new HeaderPolicy(List.of("http://localhost:8090"), Optional.empty(), Optional.empty());

        assertThat(security(local, List.of()))
                .contains("img-src 'self' data: https: http://localhost:8090;")
                .contains("media-src 'self' blob: data: https: http://localhost:8090;")
                .contains("connect-src 'self' https: http://localhost:8090;");
    }

    @Test
    void assetsMayComeFromADeliveryNetwork() {
        var far = new HeaderPolicy(List.of(), Optional.of("https://cdn.example"), Optional.empty());

        assertThat(security(far, List.of()))
                .contains("script-src 'self' https://cdn.example;")
                .contains("style-src 'self' https://cdn.example 'nonce-n0nce';");
    }

    @Test
    void onlyFormsThatPayLeadElsewhere() {
        var sold = new HeaderPolicy(List.of(), Optional.empty(), Optional.of("https:"));

        assertThat(security(PRODUCTION, List.of())).contains("form-action 'self';");
        assertThat(security(sold, List.of())).contains("form-action 'self' https:;");
    }

    @Test
    void addressWithAKeyIsToldToNobody() {
        assertThat(PRODUCTION.headers(List.of(), "n0nce", true)).containsEntry("Referrer-Policy", "no-referrer");
        assertThat(PRODUCTION.headers(List.of(), "n0nce", false))
                .containsEntry("Referrer-Policy", "strict-origin-when-cross-origin");
    }

    @Test
    void frameOptionsAreLeftToTheSecurityPolicy() {
        assertThat(PRODUCTION.headers(List.of(), "n0nce", false))
                .doesNotContainKey("X-Frame-Options")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsKey("Permissions-Policy");
    }

    private static String security(HeaderPolicy policy, List<String> framers) {
        return String.valueOf(policy.headers(framers, "n0nce", false).get("Content-Security-Policy"));
    }
}
