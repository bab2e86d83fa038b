package foyer.operator;

class OperatorsInMemoryTest implements OperatorsContract, LastAdminContract {
    private final Operators operators = new OperatorsInMemory();

    @Override
    public Operators operators() {
        return operators;
    }

    @Override
    public Operators nobodyYet() {
        return new OperatorsInMemory();
    }
}
