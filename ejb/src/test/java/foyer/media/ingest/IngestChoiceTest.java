package foyer.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.SomeBroadcasts;
import foyer.media.captions.CaptionTrack;
import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.ValidationFailed;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestChoiceTest {
    private static final OptionalInt ONE = OptionalInt.of(1);
    private static final Map<String, Object> A_LISTENER = Map.of("address", "203.0.113.22", "port", 9000L);

    @Test
    void nothingSaidIsNoChoice() {
        assertThat(IngestChoice.read(Fields.of(Map.of()), ONE, true)).isEmpty();
    }

    @Test
    void byRtmpNobodyIsCalled() {
        assertThat(read(Map.of("protocol", "RTMP"), OptionalInt.empty()).call()).isNull();
    }

    @Test
    void whatIsShownOfACallCanBeSubmittedAgain() {
        var call = SomeBroadcasts.aCall(1);
        var shown = new HashMap<String, Object>(call.tree());
        shown.put("protocol", "SRT");

        assertThat(read(shown, ONE).call()).isEqualTo(call);
        assertThat(SrtCall.of(call.tree())).isEqualTo(call);
    }

    @Test
    void anEncoderMayDoWithoutAStreamIdAndAPassphrase() {
        var call = read(Map.of("protocol", "SRT", "listeners", List.of(A_LISTENER), "latency", 120L), ONE)
                .call();

        assertThat(call).isEqualTo(new SrtCall(List.of(new SrtListener("203.0.113.22", 9000, null)), 120, null));
    }

    @Test
    void allFindingsComeAtOnce() {
        var ingest = Map.of(
                "protocol",
                "SRT",
                "listeners",
                List.of(
                        Map.of("address", "10.0.0.1", "port", 0L, "streamId", "x".repeat(513)),
                        Map.of("address", "encoder.example.org", "port", 9000L, "key", "x")),
                "latency",
                20L,
                "passphrase",
                Map.of("secretArn", "secretpassword123", "cipher", "AES512"),
                "url",
                "rtmp://media.example.org/live");

        assertThat(findings(ingest, ONE))
                .containsExactlyInAnyOrder(
                        "ingest.listeners out_of_range",
                        "ingest.listeners[0].address private_address",
                        "ingest.listeners[0].port out_of_range",
                        "ingest.listeners[0].streamId too_long",
                        "ingest.listeners[1].address invalid",
                        "ingest.listeners[1].key unknown",
                        "ingest.latency out_of_range",
                        "ingest.passphrase.secretArn invalid",
                        "ingest.passphrase.cipher unknown_value",
                        "ingest.url unknown");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(findings(Map.of("protocol", "SRT"), ONE))
                .containsExactlyInAnyOrder("ingest.listeners required", "ingest.latency required");
        assertThat(findings(Map.of(), ONE)).containsExactly("ingest.protocol required");
    }

    @Test
    void aPassphraseInClearIsNeverRepeated() {
        assertThatThrownBy(() -> read(
                        Map.of(
                                "protocol",
                                "SRT",
                                "listeners",
                                List.of(A_LISTENER),
                                "latency",
                                500L,
                                "passphrase",
                                Map.of("secretArn", "secretpassword123", "cipher", "AES128")),
                        ONE))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.findings().toString()).doesNotContain("secretpassword123"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "169.254.169.254",
                "192.168.1.1",
                "100.64.0.1",
                "0.0.0.0",
                "010.0.0.1",
                "8.8.8.08",
                "224.0.0.1"
            })
    void anEncoderIsOnTheOpenInternet(String address) {
        assertThat(findings(listening(address), ONE)).containsExactly("ingest.listeners[0].address private_address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "encoder.example.org", "2130706433", "0x7f.1", "[2001:db8::1]", "1.2.3.4:90"})
    void anEncoderHasAnAddressAndNoName(String address) {
        assertThat(findings(listening(address), ONE)).containsExactly("ingest.listeners[0].address invalid");
    }

    @Test
    void eachPipelineCallsAListenerOfItsOwn() {
        var two = SomeBroadcasts.aCall(2);
        var shown = new HashMap<String, Object>(two.tree());
        shown.put("protocol", "SRT");

        assertThat(read(shown, OptionalInt.of(2)).call()).isEqualTo(two);
        assertThat(findings(shown, ONE)).containsExactly("ingest.listeners out_of_range");
        assertThat(findings(listening("203.0.113.22"), OptionalInt.of(2)))
                .containsExactly("ingest.listeners out_of_range");
    }

    @Test
    void whereNobodyCallsItIsSaidBesideAllElse() {
        var ingest = new HashMap<>(listening("10.0.0.1"));

        assertThat(findings(ingest, OptionalInt.empty()))
                .containsExactlyInAnyOrder(
                        "ingest.protocol not_supported", "ingest.listeners[0].address private_address");
    }

    @Test
    void otherProtocolsAreNone() {
        assertThat(findings(Map.of("protocol", "srt"), ONE)).containsExactly("ingest.protocol unknown_value");
    }

    @Test
    void aStreamIdIsInNoLog() {
        assertThat(SomeBroadcasts.aCalledOne(SomeBroadcasts.aCall(1)).toString())
                .doesNotContain("stage/0");
    }

    @Test
    void captionsThatLieInThePictureAreCalledByTheirLanguagesOwnName() {
        var fed =
                read(Map.of("protocol", "RTMP", "captions", List.of(Map.of("channel", 3L, "language", "pt-br"))), ONE);

        assertThat(fed.call()).isNull();
        assertThat(fed.captions()).singleElement().satisfies(captions -> {
            assertThat(captions.channel()).isEqualTo(3);
            assertThat(captions.track()).isEqualTo(new CaptionTrack("pt-BR", "Português (Brasil)"));
            assertThat(captions.code()).isEqualTo("por");
        });
        assertThat(LiveCaptions.of(Map.of(
                        "captions",
                        fed.captions().stream().map(LiveCaptions::tree).toList())))
                .isEqualTo(fed.captions());
    }

    @Test
    void whoListensMayPutCaptionsIntoThePictureToo() {
        var ingest = new HashMap<>(listening("203.0.113.22"));
        ingest.put("captions", List.of(Map.of("channel", 1L, "language", "en", "label", "For all")));

        assertThat(read(ingest, ONE).captions())
                .containsExactly(new LiveCaptions(1, new CaptionTrack("en", "For all")));
    }

    @Test
    void allThatIsWrongWithCaptionsComesAtOnce() {
        var ingest = Map.of(
                "protocol",
                "RTMP",
                "captions",
                List.of(
                        Map.of("channel", 5L, "language", "klingonese"),
                        Map.of("language", "en", "label", "\"", "colour", "red"),
                        Map.of("channel", 1L, "language", "xx"),
                        "CC1"));

        assertThat(findings(ingest, ONE))
                .containsExactlyInAnyOrder(
                        "ingest.captions[0].channel out_of_range",
                        "ingest.captions[0].language invalid",
                        "ingest.captions[1].channel required",
                        "ingest.captions[1].label invalid",
                        "ingest.captions[1].colour unknown",
                        "ingest.captions[2].language invalid",
                        "ingest.captions[3] wrong_type");
    }

    @Test
    void captionsAreOfALanguageThatHasAName() {
        var none = Map.of("channel", 1L, "language", "qqq", "label", "Whatever");
        var filipino = Map.of("channel", 1L, "language", "fil");

        assertThat(findings(Map.of("protocol", "RTMP", "captions", List.of(none)), ONE))
                .containsExactly("ingest.captions[0].language invalid");
        assertThat(read(Map.of("protocol", "RTMP", "captions", List.of(filipino)), ONE)
                        .captions())
                .extracting(LiveCaptions::code)
                .containsExactly("fil");
    }

    @Test
    void captionsAreTheSameInWhateverOrderTheyCome() {
        var english = Map.of("channel", 1L, "language", "en");
        var german = Map.of("channel", 3L, "language", "de");

        assertThat(read(Map.of("protocol", "RTMP", "captions", List.of(german, english)), ONE))
                .isEqualTo(read(Map.of("protocol", "RTMP", "captions", List.of(english, german)), ONE));
    }

    @Test
    void captionsAreOfChannelsAndLabelsOfTheirOwn() {
        var english = Map.of("channel", 1L, "language", "en", "label", "English");
        var twin = Map.of("channel", 1L, "language", "de");
        var namesake = Map.of("channel", 2L, "language", "en-GB", "label", "English");

        assertThat(findings(Map.of("protocol", "RTMP", "captions", List.of(english, twin)), ONE))
                .containsExactly("ingest.captions taken");
        assertThat(findings(Map.of("protocol", "RTMP", "captions", List.of(english, namesake)), ONE))
                .containsExactly("ingest.captions taken");
        assertThat(findings(Map.of("protocol", "RTMP", "captions", Collections.nCopies(5, english)), ONE))
                .contains("ingest.captions out_of_range");
    }

    @Test
    void whereNobodyReadsThemCaptionsAreNotTaken() {
        var english = Map.of("channel", 1L, "language", "en");

        assertThat(findings(Map.of("protocol", "RTMP", "captions", List.of(english)), OptionalInt.empty()))
                .containsExactly("ingest.captions not_supported");
    }

    private static Map<String, Object> listening(String address) {
        return Map.of(
                "protocol", "SRT", "listeners", List.of(Map.of("address", address, "port", 9000L)), "latency", 500L);
    }

    private static IngestChoice read(Map<String, ?> ingest, OptionalInt callers) {
        return IngestChoice.read(Fields.of(Map.of("ingest", ingest)), callers, callers.isPresent())
                .orElseThrow();
    }

    private static List<String> findings(Map<String, ?> ingest, OptionalInt callers) {
        try {
            return List.of("nothing but " + read(ingest, callers));
        } catch (ValidationFailed failed) {
            return failed.findings().stream().map(IngestChoiceTest::shown).toList();
        }
    }

    private static String shown(Finding finding) {
        return finding.field() + " " + finding.code();
    }
}
