package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** The completion script, in the shell that it is for. */
class CompletionTest {
    @TempDir
    Path folder;

    @Test
    void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("migrate.sh"),
                new Project(folder).migrate("--generate-completion").out());
        assertEquals("upgrade", completed(script, "migrate", "upg"));
        assertEquals("--dry-run", completed(script, "migrate", "upgrade", "--dry"));
        assertEquals("heads", completed(script, "migrate", "hea"));
    }

    @Test
    void bashCompletesTheOtherCommandToo() throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("revision.sh"),
                new Project(folder).revision("--generate-completion").out());
        assertEquals("merge", completed(script, "revision", "mer"));
        assertEquals("--splice", completed(script, "revision", "--spl"));
    }

    @Test
    void scriptSpeaksToZshAsWell() {
        assertTrue(new Project(folder).migrate("--generate-completion").out().contains("bashcompinit"));
    }

    private String completed(Path script, String... words) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        var line = String.join(" ", words);
        var process = new ProcessBuilder("bash", "--norc", "-c", """
                source '%s'
                COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=${#COMP_LINE}
                _complete_%s 2>/dev/null
                echo "${COMPREPLY[@]}"
                """.formatted(script, line, words.length - 1, line, words[0])).redirectErrorStream(true).start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), answer);
        return answer;
    }
}
