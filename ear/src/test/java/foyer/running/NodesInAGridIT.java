package foyer.running;

/** Where somebody has switched Payara's data grid on, nothing is different. */
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
