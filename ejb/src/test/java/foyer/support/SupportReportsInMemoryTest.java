package foyer.support;

class SupportReportsInMemoryTest implements SupportReportsContract {
    private final SupportReports reports = new SupportReportsInMemory();

    @Override
    public SupportReports reports() {
        return reports;
    }
}
