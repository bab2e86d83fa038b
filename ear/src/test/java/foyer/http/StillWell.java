package foyer.http;

import static foyer.whole.EventFixture.anEvent;

import foyer.whole.Whole;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whatever a test sent to the server that all share, it is well afterwards, and takes an event. */
final class StillWell implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext test) {
        Whole.onMicro().http().get("/health/ready").expect(200);
        anEvent().createdBy(Whole.onMicro().as("organizer"));
    }
}
