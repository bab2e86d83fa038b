package foyer.registration;

class RegistrationsInMemoryTest implements RegistrationsContract, SeatsContract {
    private final RegistrationsInMemory registrations = new RegistrationsInMemory();

    @Override
    public Registrations registrations() {
        return registrations;
    }
}
