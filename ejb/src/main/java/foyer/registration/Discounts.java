package foyer.registration;

import foyer.event.Event;

/** Whether a voucher counts; answered by those who take the payments. */
public interface Discounts {
    /**
     * Fails with a {@link foyer.shared.Problem} that has a finding on {@code voucher} unless it counts at this event now. Says
     * nothing of who has used it. Whoever has tried many that do not count has to wait.
     *
     * @param callerAddress the network address the call came from
     * @return the code as it is kept
     */
    String admitted(Event event, String typed, String callerAddress);
}
