package foyer.registration;

class RegistrationsInMemoryTest implements RegistrationsContract {
    private final RegistrationsInMemory registrations = new RegistrationsInMemory();

    @Override
    public Registrations registrations() {
        return registrations;
    }
}
