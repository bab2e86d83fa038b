package foyer.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The devices of a test class's viewers: the browser of its thread, or one with switches of its own, and for each test a desk
 * and a phone that have never been anywhere. What was opened is closed after the test; of a test that fails it is told what was
 * to be seen.
 */
final class Devices implements TestExecutionExceptionHandler, AfterEachCallback, AfterAllCallback {
    private final List<Happenings> happenings = new ArrayList<>();
    private final List<BrowserContext> foreign = new ArrayList<>();
    private final Supplier<Chromium> browser;
    private final boolean own;
    private @Nullable Chromium chromium;
    private @Nullable BrowserContext desk;
    private @Nullable BrowserContext phone;

    /** In the browser with the usual switches, which is none of this class alone. */
    Devices() {
        this(Chromium::ofThisThread, false);
    }

    /** @param switches of a browser for this class, beside the usual ones; asked for when it is started */
    Devices(Supplier<List<String>> switches) {
        this(() -> Chromium.start(switches.get()), true);
    }

    private Devices(Supplier<Chromium> browser, boolean own) {
        this.browser = browser;
        this.own = own;
    }

    BrowserContext desk() {
        if (desk == null) {
            desk = watched(chromium().desktop());
        }
        return desk;
    }

    BrowserContext phone() {
        if (phone == null) {
            phone = watched(chromium().phone());
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

    /** On the phone, where no script of a page comes through. */
    Page onPhoneWhoseScriptsFail() {
        var page = onPhone();
        page.route("**/*.js", Route::abort);
        return page;
    }

    /** On another phone, whose owner speaks another language. */
    Page onPhoneIn(String locale) {
        return onAnother(chromium().phone(locale));
    }

    /** On another phone, whose owner lets no script run. */
    Page onPhoneWithoutScripts() {
        return onAnother(chromium().phoneWithoutScripts());
    }

    private Page onAnother(BrowserContext phone) {
        var device = watched(phone);
        foreign.add(device);
        return device.newPage();
    }

    /** Beside the failure, so that whoever reads of it needs nothing else. */
    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        var name = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        happenings.forEach(device -> failure.addSuppressed(WhatWasSeen.on(device, name)));
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        for (var opened : opened()) {
            opened.close();
        }
        happenings.clear();
        foreign.clear();
        desk = null;
        phone = null;
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (chromium != null && own) {
            chromium.close();
        }
        chromium = null;
    }

    private List<BrowserContext> opened() {
        var opened = new ArrayList<>(foreign);
        if (desk != null) {
            opened.add(desk);
        }
        if (phone != null) {
            opened.add(phone);
        }
        return opened;
    }

    private BrowserContext watched(BrowserContext device) {
        happenings.add(Happenings.on(device));
        return device;
    }

    private Chromium chromium() {
        if (chromium == null) {
            chromium = browser.get();
        }
        return chromium;
    }
}
