package foyer.analytics;

class RefusalsInMemoryTest implements RefusalsContract {
    private final Refusals refusals = new RefusalsInMemory();

    @Override
    public Refusals refusals() {
        return refusals;
    }
}
