package restrack.database.sqlite.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.NewText;
import restrack.database.sqlite.catalog.SchemaEdit;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.Name;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.Tokens;

/**
 * What has to be written back after SQLite's own RENAME COLUMN and DROP COLUMN. They turn every string in double
 * quotes, anywhere in the schema, into one in single quotes, and take comments of a column's neighbours away with it.
 */
final class Mended {
    private Mended() {
    }

    /**
     * {@return statements that give objects the texts that they should have}
     *
     * @param before what there was
     * @param after  what SQLite has made of it
     * @param texts  the texts that were planned
     * @param own    whether the table itself is to have the text that was planned, not that which SQLite wrote
     */
    static List<String> after(Catalog before, Catalog after, List<NewText> texts, boolean own) {
        return statements(before, after, (old, now) -> texts.stream().filter(it -> it.isOf(now))
                .map(it -> own || !now.isTable() ? it.sql() : now.sql()).findFirst().orElse(old.sql()));
    }

    /** As above, where only the name of a column was to become another one. */
    static List<String> afterRenaming(Catalog before, Catalog after, String from) {
        return statements(before, after, (old, now) -> renamed(old.sql(), now.sql(), from));
    }

    private interface Text {
        String of(SchemaObject old, SchemaObject now);
    }

    private static List<String> statements(Catalog before, Catalog after, Text wanted) {
        var statements = new ArrayList<String>();
        for (var old : before.objects()) {
            after.objects().stream().filter(it -> it.type().equals(old.type()) && it.name().equals(old.name()))
                    .findFirst().ifPresent(now -> {
                        var text = now.sql() == null ? null : wanted.of(old, now);
                        if (!Objects.equals(text, now.sql())) {
                            statements.add(SchemaEdit.text(now.type(), now.name(), text));
                        }
                    });
        }
        if (!statements.isEmpty()) {
            statements.add(0, "PRAGMA writable_schema = ON");
            statements.add("PRAGMA writable_schema = RESET");
        }
        return statements;
    }

    /** {@return the old text, with those tokens of the new one that stand where the old name stood} */
    static String renamed(String old, String now, String from) {
        var words = Tokens.of(old, SqliteSyntax.SQLITE);
        var others = Tokens.of(now, SqliteSyntax.SQLITE);
        if (words.size() != others.size()) {
            return now;
        }
        var text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            boolean meant = words.get(i).isName() && Name.same(words.get(i).name(), from)
                    && !sameMeaning(words.get(i), others.get(i));
            text.append((meant ? others : words).get(i).text());
        }
        return text.toString();
    }

    private static boolean sameMeaning(Token one, Token other) {
        return one.name().equals(other.name());
    }
}
