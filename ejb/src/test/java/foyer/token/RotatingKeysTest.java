package foyer.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RotatingKeysTest {
    private final SettableClock clock = new SettableClock();
    private final KeyRings rings = new KeyRingsInMemory();

    @Test
    void theFirstStartMakesAKeyAndTellsTheContainer() {
        var node = node(rings);

        node.begin();

        assertThat(new VerificationSettings().getValue("mp.jwt.verify.publickey"))
                .isEqualTo(node.keys.ring().published().toString());
    }

    @Test
    void theSourceKnowsNothingElse() {
        assertThat(new VerificationSettings().getValue("foyer.secret")).isNull();
    }

    @Test
    void twoNodesAgreeOnTheKeys() {
        var one = node(rings);
        var two = node(rings);

        one.begin();
        two.begin();

        assertThat(two.keys.ring()).isEqualTo(one.keys.ring());
    }

    @Test
    void aNodeSignsWithTheNextKeyOnceTheOthersKnowIt() {
        var one = node(rings);
        var two = node(rings);
        one.begin();
        two.begin();
        var first = one.keys.signer(clock.instant());

        clock.pass(SomeTokens.OURS.rotateEvery());
        one.keepUp();
        assertThat(one.keys.signer(clock.instant())).isEqualTo(first);

        clock.pass(SomeTokens.OURS.publishAhead());
        two.keepUp();
        var second = one.keys.signer(clock.instant());
        assertThat(second).isNotEqualTo(first);
        assertThat(two.keys.signer(clock.instant())).isEqualTo(second);
    }

    @Test
    void aStoreThatIsSilentLeavesTheKeysAsTheyAre() {
        var silent = new SilentRings(rings);
        var node = node(silent);
        node.begin();
        var before = node.keys.ring();
        silent.silent = true;

        assertThatCode(node::keepUp).doesNotThrowAnyException();
        assertThat(node.keys.ring()).isEqualTo(before);
    }

    @Test
    void withoutAStoreThereIsNoStart() {
        var silent = new SilentRings(rings);
        silent.silent = true;

        assertThatThrownBy(() -> node(silent).begin()).isInstanceOf(Unavailable.class);
    }

    @Test
    void anOutsideIssuersKeysAreToldInsteadAndNoneAreMade() {
        var node = node(rings);
        node.settings = SomeTokens.OUTSIDE;
        var theirs = KeyRing.EMPTY.turned(clock.instant(), SomeTokens.OURS).published();
        node.outside = () -> theirs;

        node.begin();

        assertThat(new VerificationSettings().getValue("mp.jwt.verify.publickey"))
                .isEqualTo(theirs.toString());
        assertThat(rings.current()).isEqualTo(KeyRing.EMPTY);
    }

    @Test
    void anOutsideIssuerThatIsDownDoesNotKeepUsDown() {
        var node = node(rings);
        node.settings = SomeTokens.OUTSIDE;
        node.outside = () -> {
            throw new Unavailable("down", Duration.ofSeconds(1));
        };

        assertThatCode(node::begin).doesNotThrowAnyException();
    }

    private RotatingKeys node(KeyRings kept) {
        var node = new RotatingKeys();
        node.rings = kept;
        node.outside = JWKSet::new;
        node.keys = new CurrentKeys();
        node.settings = SomeTokens.OURS;
        node.clock = clock;
        return node;
    }

    private static final class SilentRings implements KeyRings {
        private final KeyRings rings;
        private boolean silent;

        SilentRings(KeyRings rings) {
            this.rings = rings;
        }

        @Override
        public KeyRing current() {
            if (silent) {
                throw new Unavailable("silent", Duration.ofSeconds(1));
            }
            return rings.current();
        }

        @Override
        public boolean succeed(KeyRing next) {
            return rings.succeed(next);
        }
    }
}
