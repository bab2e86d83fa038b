package foyer.event;

import static foyer.event.SomeEvents.aHouse;
import static foyer.event.SomeEvents.aSubmission;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Fields;
import foyer.shared.Money;
import foyer.shared.Passwords;
import foyer.shared.Secret;
import foyer.shared.SharedSettings;
import foyer.shared.Stage;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    @Test
    void findsNothingWrongWithTheLeast() {
        assertThat(Findings.shortly(aSubmission())).isEmpty();
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(Findings.shortly(Map.of()))
                .containsExactlyInAnyOrder(
                        "title required",
                        "authType required",
                        "startsAt required",
                        "endsAt required",
                        "timeZone required");
    }

    @Test
    void resetsWhatIsLeftOut() {
        var plan = Plan.read(Fields.of(aSubmission()), aHouse()).orElseThrow();

        assertThat(plan.admission().capacity()).isNull();
        assertThat(plan.admission().screens()).isEqualTo(1);
        assertThat(plan.admission().verifyEmail()).isTrue();
        assertThat(plan.admission().waitingList()).isFalse();
        assertThat(plan.embedding().allowedOrigins()).isEmpty();
    }

    static Stream<Arguments> wrongSubmissions() {
        var manyOrigins = IntStream.range(0, 51)
                .mapToObj(index -> "https://p" + index + ".example.com")
                .toList();
        return Stream.of(
                wrong("title", "", "title required"),
                wrong("title", " \t", "title required", "title invalid_characters"),
                wrong("title", "t".repeat(201), "title too_long"),
                wrong("title", "a\u0000b", "title invalid_characters"),
                wrong("title", "a\nb", "title invalid_characters"),
                wrong("title", "half \ud83c", "title invalid_characters"),
                wrong("title", 5L, "title wrong_type"),
                wrong("description", "d".repeat(20_001), "description too_long"),
                wrong("description", "bell \u0007", "description invalid_characters"),
                wrong("authType", "everyone", "authType unknown_value"),
                wrong("authType", "NONE", "authType unknown_value"),
                wrong("capacity", 0L, "capacity out_of_range"),
                wrong("capacity", -1L, "capacity out_of_range"),
                wrong("capacity", 10_000_001L, "capacity out_of_range"),
                wrong("capacity", "many", "capacity wrong_type"),
                wrong("capacity", new BigDecimal("1.5"), "capacity wrong_type"),
                wrong("capacity", new BigDecimal("1e309"), "capacity wrong_type"),
                wrong("screens", 0L, "screens out_of_range"),
                wrong("screens", 21L, "screens out_of_range"),
                wrong("verifyEmail", "yes", "verifyEmail wrong_type"),
                wrong("waitingList", 1L, "waitingList wrong_type"),
                wrong("vimeoId", "12a", "vimeoId invalid"),
                wrong("vimeoId", "", "vimeoId invalid"),
                wrong("videoUrl", "ftp://media.example.com/a", "videoUrl invalid"),
                wrong("videoConfig", "https://media.example.com/a", "videoConfig wrong_type"),
                wrong("videoConfig", Map.of("url", "x"), "videoConfig.url unknown"),
                wrong(
                        "videoConfig",
                        Map.of("manifestUrl", "http://media.example.com/a"),
                        "videoConfig.manifestUrl not_encrypted"),
                wrong(
                        "videoConfig",
                        Map.of("elementalUrl", "https://169.254.169.254/"),
                        "videoConfig.elementalUrl private_address"),
                wrong("videoConfig", Map.of("thumbnailUrl", 1L), "videoConfig.thumbnailUrl wrong_type"),
                chapters(5L, "videoConfig.chapters wrong_type"),
                chapters(List.of("Overture"), "videoConfig.chapters[0] wrong_type"),
                chapters(
                        List.of(Map.of()),
                        "videoConfig.chapters[0].startTime required",
                        "videoConfig.chapters[0].title required"),
                chapters(
                        List.of(Map.of("startTime", -1L, "title", " ")),
                        "videoConfig.chapters[0].title required",
                        "videoConfig.chapters[0].startTime out_of_range"),
                chapters(
                        List.of(Map.of("startTime", new BigDecimal("1e309"), "title", "a\nb", "end", 5L)),
                        "videoConfig.chapters[0].title invalid_characters",
                        "videoConfig.chapters[0].end unknown",
                        "videoConfig.chapters[0].startTime out_of_range"),
                chapters(List.of(chapter(5L), chapter(5L)), "videoConfig.chapters[1] contradicts"),
                chapters(
                        LongStream.rangeClosed(0, 200)
                                .mapToObj(PlanTest::chapter)
                                .toList(),
                        "videoConfig.chapters too_many"),
                chapters("Overture", "videoConfig.chapters invalid"),
                wrong("paymentConfig", Map.of("price", 100L), "paymentConfig.currency required"),
                wrong("paymentConfig", Map.of("price", "1.00", "currency", "EUR"), "paymentConfig.price wrong_type"),
                wrong("paymentConfig", Map.of("currency", "eur"), "paymentConfig.currency unknown_value"),
                wrong("paymentConfig", Map.of("currency", "XAU"), "paymentConfig.currency unknown_value"),
                wrong("paymentConfig", Map.of("onDispute", "sue"), "paymentConfig.onDispute unknown_value"),
                wrong("paymentConfig", Map.of("stripeProductId", "<script>"), "paymentConfig.stripeProductId invalid"),
                wrong("paymentConfig", Map.of("amount", 1L), "paymentConfig.amount unknown"),
                wrong("passwordConfig", Map.of("mode", "secret"), "passwordConfig.mode unknown_value"),
                wrong("passwordConfig", Map.of("password", "abc"), "passwordConfig.password too_short"),
                wrong("passwordConfig", Map.of("password", "p".repeat(129)), "passwordConfig.password too_long"),
                wrong(
                        "passwordConfig",
                        Map.of("mode", "personal", "password", "open sesame"),
                        "passwordConfig.password not_applicable"),
                wrong("embedConfig", Map.of("allowedOrigins", manyOrigins), "embedConfig.allowedOrigins too_many"),
                wrong(
                        "embedConfig",
                        Map.of("allowedOrigins", "https://a.example.com"),
                        "embedConfig.allowedOrigins wrong_type"),
                wrong("embedConfig", Map.of("allowedOrigins", List.of(1L)), "embedConfig.allowedOrigins[0] invalid"),
                wrong("embedConfig", Map.of("pageUrl", "http://partner.example.com/"), "embedConfig.pageUrl invalid"),
                wrong("embedConfig", Map.of("pageUrl", "javascript:alert(1)"), "embedConfig.pageUrl invalid"),
                wrong("registrationConfig", List.of(), "registrationConfig wrong_type"),
                wrong(
                        "registrationConfig",
                        Map.of("fields", List.of(Map.of())),
                        "registrationConfig.fields[0].name required"),
                wrong("password", "x", "password unknown"));
    }

    @ParameterizedTest
    @MethodSource("wrongSubmissions")
    void findsWhatIsWrong(String name, Object value, List<String> findings) {
        assertThat(Findings.shortly(aSubmissionWith(name, value))).containsExactlyInAnyOrderElementsOf(findings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "#{7*7}", "${jndi:ldap://x}", "\u202eabc", "👩‍👩‍👧", "e\u0301"})
    void keepsWhatPeopleTypeAsItIs(String text) {
        var plan =
                Plan.read(Fields.of(aSubmissionWith("title", text)), aHouse()).orElseThrow();

        assertThat(Findings.shortly(aSubmissionWith("title", text))).isEmpty();
        assertThat(plan.tree()).containsEntry("title", text);
    }

    @Test
    void countsCharactersAsPeopleDoAndNotHalvesOfThem() {
        assertThat(Findings.shortly(aSubmissionWith("title", "🎬".repeat(200)))).isEmpty();
    }

    @Test
    void takesTheShortFormOfTheManifest() {
        var submission = aSubmissionWith("videoUrl", "https://media.example.com/a.m3u8");

        assertThat(Plan.read(Fields.of(submission), aHouse())
                        .orElseThrow()
                        .video()
                        .manifestUrl())
                .isEqualTo("https://media.example.com/a.m3u8");
    }

    @Test
    void refusesTwoManifestsThatDiffer() {
        var submission = aSubmissionWith("videoUrl", "https://media.example.com/a.m3u8");
        submission.put("videoConfig", Map.of("manifestUrl", "https://media.example.com/b.m3u8"));

        assertThat(Findings.shortly(submission)).containsExactly("videoUrl contradicts");
    }

    @Test
    void namesTheNearestPriceThatCanBeCharged() {
        var settings = new SharedSettings(Stage.PRODUCTION, new Secret(new byte[32]), null, null, null);
        ChargeablePrices tens = price -> Optional.of(new Money(1230, price.currency()));
        var house = new HouseRules(settings, manifest -> Optional.empty(), tens, noPasswords());

        var findings = Findings.in(aSubmissionWith("paymentConfig", Map.of("price", 1234L, "currency", "KWD")), house);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo("paymentConfig.price");
            assertThat(finding.message()).contains("1230").contains("KWD 1.230");
        });
    }

    @Test
    void refusesACurrencyNobodyTakes() {
        var settings = new SharedSettings(Stage.PRODUCTION, new Secret(new byte[32]), null, null, null);
        var house = new HouseRules(settings, manifest -> Optional.empty(), price -> Optional.empty(), noPasswords());

        var findings = Findings.in(aSubmissionWith("paymentConfig", Map.of("price", 1L, "currency", "KPW")), house);

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.field()).isEqualTo("paymentConfig.currency"));
    }

    @Test
    void onlyARecordingOfOursPlaysAsIfItWereLive() {
        var settings = new SharedSettings(
                Stage.PRODUCTION, new Secret(new byte[32]), null, null, URI.create("https://media.example"));
        var house = new HouseRules(settings, manifest -> Optional.empty(), Optional::of, noPasswords());

        assertThat(Findings.in(simulive("https://media.example/film/master.m3u8"), house))
                .isEmpty();
        assertThat(Findings.in(simulive("https://elsewhere.example/film/master.m3u8"), house))
                .singleElement()
                .satisfies(finding -> assertThat(finding.field()).isEqualTo("videoConfig.simulive"));
    }

    @Test
    void whatCannotPlayAsIfItWereLiveIsToldWhyNot() {
        var settings = new SharedSettings(
                Stage.PRODUCTION, new Secret(new byte[32]), null, null, URI.create("https://media.example"));
        var house = new HouseRules(settings, manifest -> Optional.of("Not here."), Optional::of, noPasswords());

        assertThat(Findings.in(simulive("https://media.example/film/master.m3u8"), house))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("Not here."));
        assertThat(Findings.in(aSubmissionWith("videoConfig", Map.of("simulive", true)), house))
                .singleElement()
                .satisfies(finding -> assertThat(finding.field()).isEqualTo("videoConfig.simulive"));
        assertThat(Findings.in(aSubmissionWith("videoConfig", Map.of("simulive", false)), house))
                .isEmpty();
    }

    @Test
    void aWatermarkIsASwitch() {
        var plan = Plan.read(Fields.of(aSubmissionWith("videoConfig", Map.of("watermark", true))), aHouse())
                .orElseThrow();

        assertThat(plan.video().watermark()).isTrue();
        assertThat(plan.tree().get("videoConfig")).isEqualTo(Map.of("watermark", true));
        assertThat(Findings.in(aSubmissionWith("videoConfig", Map.of("watermark", "yes")), aHouse()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.field()).isEqualTo("videoConfig.watermark"));
    }

    @Test
    void chaptersAreWrittenAsAListOrAsWebVtt() {
        var list = List.of(
                Map.of("startTime", 0L, "title", "Overture"),
                Map.of("startTime", new BigDecimal("90.500"), "title", "Questions"));
        var webVtt = "WEBVTT\n\n00:00.000 --> 01:30.500\nOverture\n\n00:01:30.500 --> 01:00:00.000\nQuestions\n";

        for (Object written : List.of(list, webVtt)) {
            var plan = Plan.read(Fields.of(aSubmissionWith("videoConfig", Map.of("chapters", written))), aHouse());

            assertThat(plan.orElseThrow().video().chapters())
                    .containsExactly(new Chapter(0, "Overture"), new Chapter(90_500, "Questions"));
            assertThat(plan.get().treeForAll().get("videoConfig"))
                    .isEqualTo(Map.of(
                            "chapters",
                            List.of(
                                    Map.of("startTime", 0L, "title", "Overture"),
                                    Map.of("startTime", new BigDecimal("90.5"), "title", "Questions"))));
        }
    }

    private static Arguments chapters(Object written, String... findings) {
        return wrong("videoConfig", Map.of("chapters", written), findings);
    }

    private static Map<String, Object> chapter(long startTime) {
        return Map.of("startTime", startTime, "title", "Part");
    }

    private static Map<String, Object> simulive(String manifest) {
        return aSubmissionWith("videoConfig", Map.of("manifestUrl", manifest, "simulive", true));
    }

    @Test
    void refusesWhatNoItemCanHold() {
        var options = IntStream.range(0, 300)
                .mapToObj(index -> index + "🎬".repeat(190))
                .toList();
        var fields = new ArrayList<Object>();
        for (var index = 0; index < 3; index++) {
            fields.add(Map.of("name", "f" + index, "type", "select", "options", options));
        }

        assertThat(Findings.shortly(aSubmissionWith("registrationConfig", Map.of("fields", fields))))
                .containsExactly("registrationConfig too_large");
    }

    @Test
    void answersAHugeListBriefly() {
        var huge = Collections.nCopies(100_000, (Object) 1L);

        assertThat(Findings.shortly(aSubmissionWith("registrationConfig", Map.of("fields", huge, "required", huge))))
                .hasSize(2);
    }

    private static Arguments wrong(String name, Object value, String... findings) {
        return Arguments.of(name, value, List.of(findings));
    }

    private static Passwords noPasswords() {
        return new Passwords() {
            @Override
            public String hash(String password) {
                throw new AssertionError("nothing is hashed before all is found well");
            }

            @Override
            public boolean matches(String password, String stored) {
                throw new AssertionError("nothing is compared here");
            }

            @Override
            public void matchNothing(String password) {}
        };
    }
}
