package foyer.shared.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemsTest {
    @Test
    void everyKindOfValueComesBackAsItWas() {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("text", "Ein schöner Abend 🎭");
        tree.put("empty", "");
        tree.put("whole", 4_200L);
        tree.put("fraction", new BigDecimal("0.25"));
        tree.put("truth", true);
        tree.put("nothing", null);
        tree.put("list", Arrays.asList("a", 1L, null, List.of()));
        tree.put("group", Map.of("price", 1_000L, "currency", "EUR"));

        assertThat(Items.tree(Items.item(tree))).isEqualTo(tree);
    }

    @Property(tries = 300)
    void everyLongIsExact(@ForAll long number) {
        assertThat(Items.value(Items.attribute(number))).isEqualTo(number);
    }

    @Property(tries = 300)
    void everyNumberTheStoreCanHoldKeepsItsValue(@ForAll long digits, @ForAll byte places) {
        var number = BigDecimal.valueOf(digits, places % 100);

        var back = Items.value(Items.attribute(number));

        assertThat(new BigDecimal(String.valueOf(back))).isEqualByComparingTo(number);
    }

    @Test
    void aNumberWithMoreDigitsThanTheStoreKeepsIsRefused() {
        assertThatThrownBy(() -> Items.attribute(new BigDecimal("1." + "1".repeat(38))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberBeyondTheStoresRangeIsRefused() {
        assertThatThrownBy(() -> Items.attribute(new BigDecimal("1e309"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Items.attribute(new BigDecimal("1e-131")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHugeExponentCostsNothing() {
        assertThatThrownBy(() -> Items.attribute(new BigDecimal("1e2000000000")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zeroIsZeroHoweverItIsWritten() {
        assertThat(Items.value(Items.attribute(new BigDecimal("0e-500")))).isEqualTo(0L);
    }

    @Test
    void aTreeDeeperThanAnItemIsRefused() {
        var tree = new ArrayList<Object>();
        for (var depth = 0; depth < 40; depth++) {
            tree = new ArrayList<>(List.of(tree));
        }
        var deep = tree;

        assertThatThrownBy(() -> Items.item(Map.of("deep", deep))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesAreNoPartOfTheTree() {
        assertThatThrownBy(() -> Items.value(AttributeValue.fromB(SdkBytes.fromUtf8String("x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
