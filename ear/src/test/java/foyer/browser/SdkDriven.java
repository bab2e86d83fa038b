package foyer.browser;

import static foyer.whole.EventFixture.anEvent;

import com.microsoft.playwright.Page;

/** Pages of partners that drive our embeds by the class of Vimeo's SDK, whoever wrote it. */
interface SdkDriven {
    /** Those of the class itself: two that share them could not run beside each other. */
    Devices devices();

    /** Shows the embed at this address in a partner's page that has the class. */
    SdkPage open(Page page, String address);

    default SdkPage open(String address) {
        return open(devices().onDesk(), address);
    }

    /** An event of its own. */
    default SdkPage open() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent(), number);
        return open(AtVimeo.address(number));
    }
}
