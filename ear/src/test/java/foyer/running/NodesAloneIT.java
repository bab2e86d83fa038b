package foyer.running;

/** As it is shipped: nodes that know of each other by the store alone. */
class NodesAloneIT extends TwoNodesContract {
    @Override
    TwoNodes start() {
        return TwoNodes.alone(TwoNodes.settings("alone-"));
    }

    @Override
    boolean hasGrid() {
        return false;
    }
}
