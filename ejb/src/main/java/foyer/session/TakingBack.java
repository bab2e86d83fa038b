package foyer.session;

import java.util.List;

/** Hears of screens that lose their right before its time: for whoever lets people watch without asking this deployment each time. */
public interface TakingBack {
    /**
     * These are about to lose it. Told before it is done, for what is told afterwards is lost with whoever dies in between: so some may go
     * on all the same, and it is told again where somebody else was faster.
     */
    void about(List<Screens.Screen> screens);
}
