package foyer.running;

import foyer.whole.OwnServers;

/** Where somebody has switched Payara's data grid on, nothing is different. */
@OwnServers
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
