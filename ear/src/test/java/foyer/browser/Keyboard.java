package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;

/** A viewer who has a keyboard and nothing else. */
record Keyboard(Page page, Frame frame) {
    private static final int MOST_STEPS = 40;

    /** Some elements have what is focused inside. */
    private static final String SEEN = """
            () => {
              let focused = document.activeElement;
              while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
              return focused.matches(':focus-visible');
            }""";

    /** Goes on to the control of this name, as it is in the order of the page. */
    Keyboard to(String name) {
        return onTo("[name='" + name + "']");
    }

    /** @param control a selector */
    Keyboard onTo(String control) {
        for (var step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(frame.evaluate("control => document.activeElement?.matches(control)", control))) {
                assertThat(frame.evaluate("() => document.activeElement.matches(':focus-visible')"))
                        .as("to be seen on " + control)
                        .isEqualTo(true);
                return this;
            }
        }
        throw new AssertionError("The keyboard does not lead to " + control);
    }

    /** Goes on to an element that a selector tells, as it is in the order of the page. */
    Keyboard on(String selector) {
        for (var step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(frame.evaluate("(it) => document.activeElement.matches(it)", selector))) {
                assertThat(frame.evaluate(SEEN)).as("to be seen on " + selector).isEqualTo(true);
                return this;
            }
        }
        throw new AssertionError("The keyboard does not lead to " + selector);
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }
}
