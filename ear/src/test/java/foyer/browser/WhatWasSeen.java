package foyer.browser;

import java.util.List;

/** Told beside the failure of a test in a browser: which panel was shown, what the page said and asked, and its picture. */
final class WhatWasSeen extends Exception {
    private static final long serialVersionUID = 1L;

    private WhatWasSeen(List<String> lines) {
        super(String.join("\n    ", lines), null, false, false);
    }

    static WhatWasSeen on(Happenings device, String test) {
        return new WhatWasSeen(device.told(test));
    }
}
