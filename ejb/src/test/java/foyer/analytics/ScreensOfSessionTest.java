package foyer.analytics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.session.Figures;
import java.util.BitSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScreensOfSessionTest {
    @Test
    void oneScreenIsAllThereIs() {
        var one = screen("phone-01");

        assertThat(one.named("phone-01")).isSameAs(one);
        assertThat(one.named("laptop-1")).isNull();
        assertThat(one.size()).isOne();
        assertThat(one.all()).containsExactly(one);
    }

    @Test
    void whatIsNewOfAScreenTakesItsPlace() {
        var before = screen("phone-01");
        var after = later(before);

        assertThat(before.with(after)).isSameAs(after);

        var two = before.with(screen("laptop-1")).with(after);
        assertThat(two.named("phone-01")).isSameAs(after);
        assertThat(two.size()).isEqualTo(2);
    }

    @Test
    void severalAreFoundByTheirNames() {
        var phone = screen("phone-01");
        var laptop = screen("laptop-1");
        var beamer = screen("beamer-1");

        var all = phone.with(laptop).with(beamer);

        assertThat(all.named("phone-01")).isSameAs(phone);
        assertThat(all.named("laptop-1")).isSameAs(laptop);
        assertThat(all.named("a-tablet")).isNull();
        assertThat(all.all()).containsExactlyInAnyOrder(phone, laptop, beamer);
    }

    @Test
    void thoseThatAreGoneAreLeftOut() {
        var phone = screen("phone-01");
        var laptop = screen("laptop-1");
        var both = phone.with(laptop);

        var left = requireNonNull(both.without(phone::equals));

        assertThat(left.named("phone-01")).isNull();
        assertThat(left.named("laptop-1")).isSameAs(laptop);
        assertThat(both.without(any -> false)).isSameAs(both);
        assertThat(both.without(any -> true)).isNull();
        assertThat(phone.without(laptop::equals)).isSameAs(phone);
        assertThat(phone.without(phone::equals)).isNull();
    }

    private static HeardScreen screen(String name) {
        return HeardScreen.of(new Figures(name, 1, 1, new BitSet(), -1, 0, 0, false, 0, null, Set.of(), false));
    }

    private static HeardScreen later(HeardScreen screen) {
        return new HeardScreen(screen.name(), null, null, 0, 0, 1, 1, 1);
    }
}
