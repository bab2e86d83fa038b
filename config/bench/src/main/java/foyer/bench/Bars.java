package foyer.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Holds figures against their bars. */
final class Bars {
    private final List<String> missed = new ArrayList<>();

    void atMost(String what, double figure, double bar) {
        judge(what, figure, bar, figure <= bar);
    }

    void atLeast(String what, double figure, double bar) {
        judge(what, figure, bar, figure >= bar);
    }

    void exactly(String what, double figure, double bar) {
        judge(what, figure, bar, figure == bar);
    }

    List<String> missed() {
        return List.copyOf(missed);
    }

    private void judge(String what, double figure, double bar, boolean kept) {
        System.out.printf(Locale.ROOT, "%s  %-44s %.2f (bar %.2f)%n", kept ? "kept  " : "MISSED", what, figure, bar);
        if (!kept) {
            missed.add(what);
        }
    }
}
