package foyer.payment.reconciliation;

class LeasesInMemoryTest implements LeasesContract {
    private final LeasesInMemory leases = new LeasesInMemory();

    @Override
    public Leases leases() {
        return leases;
    }
}
