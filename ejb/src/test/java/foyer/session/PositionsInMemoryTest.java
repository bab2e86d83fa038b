package foyer.session;

class PositionsInMemoryTest implements PositionsContract {
    private final Positions positions = new PositionsInMemory();

    @Override
    public Positions positions() {
        return positions;
    }
}
