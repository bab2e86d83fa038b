package foyer.analytics;

class TalliesInMemoryTest implements TalliesContract {
    private final Tallies tallies = new TalliesInMemory();

    @Override
    public Tallies tallies() {
        return tallies;
    }
}
