package foyer.shared;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Runs tests on a machine of which the locale writes numbers by other digits: Egypt's, with ١٢٣. */
public final class OtherDigits implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace HERE = Namespace.create(OtherDigits.class);
    private static final Locale EGYPT = Locale.forLanguageTag("ar-EG-u-nu-arab");

    @Override
    public void beforeEach(ExtensionContext test) {
        test.getStore(HERE).put(Locale.class, Locale.getDefault());
        Locale.setDefault(EGYPT);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Locale.setDefault(test.getStore(HERE).get(Locale.class, Locale.class));
    }
}
