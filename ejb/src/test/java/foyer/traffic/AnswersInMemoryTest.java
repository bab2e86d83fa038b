package foyer.traffic;

class AnswersInMemoryTest implements AnswersContract {
    private final Answers answers = new AnswersInMemory();

    @Override
    public Answers answers() {
        return answers;
    }
}
