package restrack.adopt.scripts;

import java.util.List;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.script.ScriptFolder;
import restrack.script.Section;
import restrack.script.SqlScript;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Syntax;
import restrack.sql.Token;

/** Reads what was written as every command will, and compares it with what was meant. */
final class Proof {
    private final Syntax syntax;

    Proof(Syntax syntax) {
        this.syntax = syntax;
    }

    /**
     * Reads a folder back.
     *
     * @throws MigrateException what reading throws; {@code bad_script} if a script says something else than it should
     */
    void require(ScriptFolder folder, List<Carried> scripts, List<Repeated> repeatables) {
        var read = folder.read();
        read.graph();
        for (var script : scripts) {
            var found = read.find(script.id()).filter(SqlScript.class::isInstance).map(SqlScript.class::cast);
            boolean same = found.isPresent() && found.get().revision().equals(script.revision())
                    && same(script.up(), Optional.of(found.get().up()))
                    && script.down().isPresent() == found.get().down().isPresent()
                    && (script.down().isEmpty() || same(script.down().get(), found.get().down()));
            if (!same) {
                throw new MigrateException(ErrorKind.BAD_SCRIPT, String.join(" and ", script.origins())
                        + " would say something else as a script of ours. Nothing was written.",
                        "Bring it over by hand: `revision -m \"…\" --rev-id " + script.id() + "`.");
            }
        }
        var names = folder.repeatables();
        if (names.size() != repeatables.size() || read.byId().size() != scripts.size()) {
            throw new MigrateException(ErrorKind.BAD_SCRIPT, "Not all scripts could be read back. Nothing was written.",
                    "Two of them may have names that this file system does not tell apart.");
        }
    }

    private boolean same(Way way, Optional<Section> section) {
        return section.isPresent() && section.get().transactional() == way.transactional()
                && section.get().todos(syntax).size() >= way.todos().size()
                && words(Statements.of(way.text(), syntax)).equals(words(section.get().statements(syntax)));
    }

    private static List<List<String>> words(List<Statement> statements) {
        return statements.stream().map(it -> it.significant().stream().map(Token::text).toList()).toList();
    }
}
