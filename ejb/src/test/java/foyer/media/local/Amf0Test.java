package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Amf0Test {
    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("values") List<Amf0> values) throws NotRtmp {
        assertThat(Amf0Reader.all(Amf0Writer.bytes(values))).isEqualTo(values);
    }

    @Property(tries = 1_000)
    void whateverComesIsReadOrRefused(@ForAll byte[] garbage) {
        try {
            assertThat(Amf0Reader.all(garbage)).hasSizeLessThanOrEqualTo(garbage.length);
        } catch (NotRtmp refused) {
            assertThat(refused).hasMessageNotContainingAny("0x", "[");
        }
    }

    @Test
    void anArrayWithNamesIsReadAsAnObjectWhateverItCounts() throws NotRtmp {
        // onMetaData of an encoder: {width: 640.0}, told to be 7 fields.
        var values = read("08 00000007 0005 7769647468 00 4084000000000000 0000 09");

        assertThat(values).containsExactly(new Amf0.Fields(Map.of("width", new Amf0.Numeral(640))));
    }

    @Test
    void allOtherKindsAreReadAsTheNearestOfOurs() throws NotRtmp {
        var date = "0b 4084000000000000 0000";
        var longText = "0c 00000001 61";
        var xml = "0f 00000001 62";
        var ofAClass = "10 0001 43 0001 64 01 01 0000 09";

        assertThat(read(date + longText + xml + ofAClass + "06 0d"))
                .containsExactly(
                        new Amf0.Numeral(640),
                        new Amf0.Text("a"),
                        new Amf0.Text("b"),
                        new Amf0.Fields(Map.of("d", new Amf0.Truth(true))),
                        new Amf0.Nothing(),
                        new Amf0.Nothing());
    }

    @Test
    void aTextMayBeLongerThanItsShortForm() throws NotRtmp {
        List<Amf0> values = List.of(new Amf0.Text("é".repeat(40_000)));

        assertThat(Amf0Reader.all(Amf0Writer.bytes(values))).isEqualTo(values);
    }

    @Test
    void valuesLieEightDeepAtMost() throws NotRtmp {
        assertThat(read("0a 00000001".repeat(8) + "05")).hasSize(1);
        assertThatThrownBy(() -> read("0a 00000001".repeat(9) + "05")).isInstanceOf(NotRtmp.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00 40", // half a number
                "02 ffff 61", // a text longer than all
                "0c ffffffff 61", // of a negative length
                "0a ffffffff 05", // four billion items, of which one is there
                "03 0001 61 05 0000 05", // an object that does not end
                "07 0000", // a reference
                "11 00" // AMF 3
            })
    void whatIsCutOffOrUnknownIsRefused(String hex) {
        assertThatThrownBy(() -> read(hex)).isInstanceOf(NotRtmp.class);
    }

    @Test
    void aTextIsNotPrinted() {
        assertThat(new Amf0.Fields(Map.of("name", new Amf0.Text("secret"))).toString())
                .doesNotContain("secret");
    }

    @Provide
    Arbitrary<List<Amf0>> values() {
        return nested(6).list().ofMaxSize(5);
    }

    private static Arbitrary<Amf0> nested(int depth) {
        var flat = Arbitraries.oneOf(
                Arbitraries.doubles().map(number -> (Amf0) new Amf0.Numeral(number)),
                Arbitraries.of(true, false).map(Amf0.Truth::new),
                Arbitraries.strings().alpha().ofMaxLength(20).map(Amf0.Text::new),
                Arbitraries.just(new Amf0.Nothing()));
        if (depth == 0) {
            return flat;
        }
        var deeper = Arbitraries.lazy(() -> nested(depth - 1));
        var names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        return Arbitraries.frequencyOf(
                Tuple.of(4, flat),
                Tuple.of(1, deeper.list().ofMaxSize(3).map(Amf0.Items::new)),
                Tuple.of(
                        1,
                        Arbitraries.maps(names, deeper)
                                .ofMaxSize(3)
                                .map(fields -> new Amf0.Fields(new LinkedHashMap<>(fields)))));
    }

    private static List<Amf0> read(String hex) throws NotRtmp {
        return Amf0Reader.all(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
