package foyer.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The devices of a test class's viewers: one browser for the class, and for each test a desk and a phone that have never
 * been anywhere. What was opened is closed after the test.
 */
final class Devices implements AfterEachCallback, AfterAllCallback {
    private @Nullable Chromium chromium;
    private @Nullable BrowserContext desk;
    private @Nullable BrowserContext phone;

    BrowserContext desk() {
        if (desk == null) {
            desk = chromium().desktop();
        }
        return desk;
    }

    BrowserContext phone() {
        if (phone == null) {
            phone = chromium().phone();
        }
        return phone;
    }

    List<BrowserContext> both() {
        return List.of(desk(), phone());
    }

    Page onDesk() {
        return desk().newPage();
    }

    Page onPhone() {
        return phone().newPage();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        for (var opened : opened()) {
            opened.close();
        }
        desk = null;
        phone = null;
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (chromium != null) {
            chromium.close();
        }
    }

    private List<BrowserContext> opened() {
        var opened = new ArrayList<BrowserContext>();
        if (desk != null) {
            opened.add(desk);
        }
        if (phone != null) {
            opened.add(phone);
        }
        return opened;
    }

    private Chromium chromium() {
        if (chromium == null) {
            chromium = Chromium.start();
        }
        return chromium;
    }
}
