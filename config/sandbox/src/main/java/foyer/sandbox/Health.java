package foyer.sandbox;

import foyer.sandbox.http.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether every part really answers: each is asked, over its own protocol. */
final class Health {
    /** One question to one part; an exception is a no. */
    @FunctionalInterface
    interface Question {
        void ask() throws Exception;
    }

    private final Map<String, Question> questions = new LinkedHashMap<>();

    Health ask(String part, Question question) {
        questions.put(part, question);
        return this;
    }

    Answer answer() throws InterruptedException {
        var parts = new LinkedHashMap<String, String>();
        for (var question : questions.entrySet()) {
            parts.put(question.getKey(), answers(question.getValue()) ? "UP" : "DOWN");
        }
        var down = parts.containsValue("DOWN");
        return Answer.json(down ? 503 : 200, Map.of("status", down ? "DOWN" : "UP", "parts", parts));
    }

    private static boolean answers(Question question) throws InterruptedException {
        try {
            question.ask();
            return true;
        } catch (InterruptedException stopping) {
            throw stopping;
        } catch (Exception silent) {
            System.err.println("sandbox: a part does not answer: " + silent);
            return false;
        }
    }
}
