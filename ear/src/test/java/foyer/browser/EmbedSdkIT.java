package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Page;
import foyer.whole.Beside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page that was written for Vimeo's SDK has our own script in its place. */
@Beside
class EmbedSdkIT implements SdkContract {
    @RegisterExtension
    static final Devices DEVICES = new Devices(AtVimeo::switches);

    @Override
    public Devices devices() {
        return DEVICES;
    }

    @Override
    public SdkPage open(Page page, String address) {
        return AtVimeo.openByOurScript(page, address);
    }

    @Test
    void noMethodOfTheSdkIsMissing() {
        var page = open().page();

        page.addScriptTag(new Page.AddScriptTagOptions().setPath(AtVimeo.sdk()));

        assertThat(page.evaluate("() => Vimeo.Player !== Foyer.Player")).isEqualTo(true);
        assertThat(page.evaluate("() => Object.getOwnPropertyNames(Vimeo.Player.prototype)"
                        + ".filter((name) => typeof Foyer.Player.prototype[name] !== 'function')"))
                .asInstanceOf(LIST)
                .isEmpty();
    }
}
