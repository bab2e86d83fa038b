package foyer.running;

import foyer.whole.OwnServers;
import org.junit.jupiter.api.Order;

/** Where somebody has switched Payara's data grid on, nothing is different. */
@OwnServers
@Order(2)
class NodesInAGridIT extends TwoNodesContract {
    @Override
    TwoNodes start() {
        return TwoNodes.inAGrid(settings("joined-"));
    }

    @Override
    boolean hasGrid() {
        return true;
    }
}
