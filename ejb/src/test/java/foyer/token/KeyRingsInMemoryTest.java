package foyer.token;

class KeyRingsInMemoryTest implements KeyRingsContract {
    @Override
    public KeyRings noRingYet() {
        return new KeyRingsInMemory();
    }
}
