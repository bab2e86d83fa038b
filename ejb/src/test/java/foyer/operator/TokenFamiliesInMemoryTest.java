package foyer.operator;

class TokenFamiliesInMemoryTest implements TokenFamiliesContract {
    private final TokenFamilies families = new TokenFamiliesInMemory();

    @Override
    public TokenFamilies families() {
        return families;
    }
}
