package tests.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our plans against those that Alembic made for random graphs. */
class AlembicTraversalsTest {
    private static final Path FILE = Path.of("tests", "graph", "alembic-traversals.txt");

    private static List<Traversals.Question> questions() throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            return Traversals.parse(lines);
        }
    }

    @Test
    void stepsAndErrorsAreAlembics() throws IOException {
        List<Traversals.Question> questions = questions();
        assertTrue(questions.size() > 400, "too few questions: " + questions.size());
        var wrong = new ArrayList<String>();
        for (Traversals.Question question : questions) {
            String answer = Traversals.answer(question);
            if (!answer.equals(question.ours())) {
                wrong.add(question + "\n    expected " + question.ours() + "\n    but was  " + answer);
            }
        }
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " differ:\n" + String.join("\n", wrong));
    }

    @Test
    void whereWeDifferThereIsAReason() throws IOException {
        String explanations = String.join("\n", Files.readAllLines(FILE).stream()
                .takeWhile(line -> line.startsWith("#")).toList());
        for (Traversals.Question question : questions()) {
            assertEquals(question.alembic().equals(question.ours()), question.reason().isEmpty(), question::toString);
            assertTrue(question.reason().isEmpty() || explanations.contains("#   " + question.reason() + " "),
                    () -> "not explained: " + question.reason());
        }
    }
}
