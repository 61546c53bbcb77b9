package restrack.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Definition;
import restrack.schema.HistoryTables;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Sql;
import restrack.schema.Subject;
import restrack.schema.Table;
import restrack.wanted.Wanted;

/**
 * What is compared. What is not, the wanted schema is given as it is at present: so it is never dropped.
 *
 * @param ignored   what a person leaves out
 * @param ownTables the toolkit's own tables, in small letters
 * @param elsewhere what repeatable scripts make, as {@link Elsewhere} has it
 */
public record Scope(Ignored ignored, Set<String> ownTables, Set<String> elsewhere) {
    /** The sets are copied. */
    public Scope {
        ownTables = Set.copyOf(ownTables);
        elsewhere = Set.copyOf(elsewhere);
    }

    /** {@return the wanted schema with all of the present one that is none of the models' business} */
    Schema goal(Schema present, Schema wanted, Wanted models) {
        var tables = new ArrayList<>(wanted.tables());
        tables.removeIf(it -> isLeftOut(it.name()));
        present.tables().stream().filter(it -> isLeftOut(it.name())).forEach(tables::add);
        return new Schema(tables, definitions(present, wanted, tables.stream().map(it -> it.name()).toList(), models));
    }

    /** Histories are nobody's model, even if a dump of the whole schema has them. */
    private boolean isLeftOut(Name table) {
        return ignored.names(Subject.TABLE, table.text()) || HistoryTables.isOneOf(table.text())
                || ownTables.contains(table.text().toLowerCase(Locale.ROOT));
    }

    private List<Definition> definitions(Schema present, Schema wanted, List<Name> tables, Wanted models) {
        var definitions = new ArrayList<>(wanted.definitions());
        definitions.removeIf(this::isLeftOut);
        for (var definition : present.definitions()) {
            boolean said = wanted.definitions().stream()
                    .anyMatch(it -> it.kind() == definition.kind() && it.name().equals(definition.name()));
            boolean kept = isLeftOut(definition) || !said && models.unsaid().contains(Subject.of(definition));
            // A trigger or policy goes with its table, whoever made it.
            boolean orphan = definition.owner()
                    .filter(owner -> !tables.contains(owner) && present.table(owner).isPresent()).isPresent();
            if (kept && !orphan) {
                definitions.add(definition);
            }
        }
        return definitions;
    }

    private boolean isLeftOut(Definition definition) {
        return elsewhere.contains(Elsewhere.key(definition.name()))
                || ignored.leavesOut(Subject.of(definition), definition.name().text())
                || definition.owner().filter(this::isLeftOut).isPresent();
    }

    /** {@return those changes that count} Not what a person leaves out, or what the models cannot say otherwise. */
    List<Change> counting(List<Change> changes, Wanted models) {
        var said = changes.stream().filter(it -> !ignored.leavesOut(it)).toList();
        var going = said.stream().filter(it -> counts(it, models) && it instanceof Change.DropColumn)
                .map(Change.DropColumn.class::cast).toList();
        return said.stream().filter(it -> counts(it, models) || needsWhatGoes(it, going)).toList();
    }

    private static boolean counts(Change change, Wanted models) {
        return !models.classTables().contains(change.table().key()) || !isUnsayable(change);
    }

    /** What needs a column goes with it, also where no class could have said it. */
    private static boolean needsWhatGoes(Change change, List<Change.DropColumn> going) {
        var text = change instanceof Change.DropIndex it ? it.index().definition().text()
                : change instanceof Change.DropColumn it
                ? it.column().generated().map(Sql::text).orElse("") : "";
        return going.stream().anyMatch(it -> it.table().equals(change.table()) && Pattern.compile("\\b"
                + Pattern.quote(it.column().name().text()) + "\\b", Pattern.CASE_INSENSITIVE).matcher(text).find());
    }

    /** What there is, and no class can say: it stays. */
    private static boolean isUnsayable(Change change) {
        if (change instanceof Change.AlterColumn it) {
            return switch (it.aspect()) {
                case COLLATION, GENERATED, IDENTITY, ON_UPDATE, COMMENT -> it.aspect().of(it.to()).isEmpty();
                // What an option makes of a type and of a key is the option's business.
                case TYPE -> it.from().type().text().equalsIgnoreCase(it.to().type().text());
                case NULLABILITY -> it.of().options().contains("WITHOUT ROWID") && isKey(it.of(), it.from());
                case DEFAULT -> false;
            };
        }
        if (change instanceof Change.DropColumn it) {
            return it.column().generated().isPresent();
        }
        if (change instanceof Change.SetOption it) {
            return !it.on();
        }
        if (change instanceof Change.DropIndex it) {
            return !it.index().plain();
        }
        return change instanceof Change.AlterIndex it && !it.from().plain() && it.to().plain();
    }

    private static boolean isKey(Table table, Column column) {
        return table.constraints(Constraint.Kind.PRIMARY_KEY).stream()
                .anyMatch(it -> it.columns().contains(column.name()));
    }
}
