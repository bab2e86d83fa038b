package foyer.running;

import org.junit.jupiter.api.parallel.Isolated;

/** Where somebody has switched Payara's data grid on, nothing is different. */
@Isolated("it starts servers of its own, which takes both cores")
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
