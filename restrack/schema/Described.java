package restrack.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A change in words.
 *
 * @param sign    {@code +} for what comes, {@code -} for what goes, {@code ~} for what changes, {@code =} for what is
 *                only to be known
 * @param subject what it is about
 * @param object  the thing: {@code user.email}, {@code user} or {@code user_email_key}
 * @param from    what is there now; empty if nothing is
 * @param to      what is wanted; empty if nothing is
 */
public record Described(String sign, Subject subject, String object, String from, String to) {
    /** {@return a change in words} */
    public static Described of(Change change) {
        if (change instanceof Change.CreateTable it) {
            return come(Subject.TABLE, it.table(), columns(it.created()));
        }
        if (change instanceof Change.DropTable it) {
            return go(Subject.TABLE, it.table(), columns(it.dropped()));
        }
        if (change instanceof Change.AddColumn it) {
            return new Described("+", Subject.COLUMN, it.table() + "." + it.column().name(), "", words(it.column()));
        }
        if (change instanceof Change.DropColumn it) {
            return new Described("-", Subject.COLUMN, it.table() + "." + it.column().name(), words(it.column()), "");
        }
        if (change instanceof Change.AlterColumn it) {
            return new Described("~", subject(it.aspect()), it.table() + "." + it.from().name(),
                    words(it.aspect(), it.from()), words(it.aspect(), it.to()));
        }
        if (change instanceof Change.Reorder it) {
            return new Described("=", Subject.ORDER, it.table().text(), names(it.from()), names(it.to()));
        }
        return change instanceof Change.SetOption it ? option(it) : ofNamed(change);
    }

    /** {@return a renaming in words} */
    public static Described of(Renaming renaming) {
        return renaming instanceof Renaming.OfColumn it
                ? new Described("~", Subject.COLUMN, it.table() + "." + it.from(), named(it.from()), named(it.to()))
                : new Described("~", Subject.TABLE, renaming.from(), named(renaming.from()), named(renaming.to()));
    }

    private static String named(String name) {
        return "named " + name;
    }

    private static Described ofNamed(Change change) {
        if (change instanceof Change.AddConstraint it) {
            return new Described("+", subject(it.constraint()), on(it.table(), it.constraint()), "",
                    words(it.constraint()));
        }
        if (change instanceof Change.DropConstraint it) {
            return new Described("-", subject(it.constraint()), on(it.table(), it.constraint()),
                    words(it.constraint()), "");
        }
        if (change instanceof Change.AlterConstraint it) {
            return new Described("~", subject(it.to()), on(it.table(), it.from()), words(it.from()), words(it.to()));
        }
        if (change instanceof Change.RenameConstraint it) {
            return new Described("~", subject(it.to()), on(it.table(), it.from()),
                    named(it.from().name().text()), named(it.to().name().text()));
        }
        if (change instanceof Change.CreateIndex it) {
            return come(Subject.INDEX, it.index().name(), words(it.index()));
        }
        if (change instanceof Change.DropIndex it) {
            return go(Subject.INDEX, it.index().name(), words(it.index()));
        }
        if (change instanceof Change.AlterIndex it) {
            return new Described("~", Subject.INDEX, it.to().name().text(), words(it.from()), words(it.to()));
        }
        if (change instanceof Change.Define it) {
            return come(Subject.of(it.definition()), it.definition().name(), on(it.definition()));
        }
        if (change instanceof Change.Undefine it) {
            return go(Subject.of(it.definition()), it.definition().name(), on(it.definition()));
        }
        var redefined = (Change.Redefine) change;
        return new Described("~", Subject.of(redefined.to()), redefined.to().name().text(),
                oneLine(redefined.from().sql().text()), oneLine(redefined.to().sql().text()));
    }

    /** {@return the change as one line: {@code ~ type user.email: VARCHAR(100) -> VARCHAR(320)}} */
    public String line() {
        var what = sign + " " + subject.word() + " " + object;
        if (from.isEmpty() && to.isEmpty()) {
            return what;
        }
        return what + ": " + (from.isEmpty() ? to : to.isEmpty() ? from : from + " -> " + to);
    }

    /** {@return whether nothing has to be done} */
    public boolean isForInformation() {
        return subject == Subject.ORDER;
    }

    private static Described come(Subject subject, Name name, String words) {
        return new Described("+", subject, name.text(), "", words);
    }

    private static Described go(Subject subject, Name name, String words) {
        return new Described("-", subject, name.text(), words, "");
    }

    private static Described option(Change.SetOption change) {
        return new Described(change.on() ? "+" : "-", Subject.OPTION, change.table().text(),
                change.on() ? "" : change.option(), change.on() ? change.option() : "");
    }

    private static String on(Name table, Constraint constraint) {
        return table + "." + constraint.name();
    }

    private static String on(Definition definition) {
        return definition.owner().map(it -> "on " + it).orElse("");
    }

    private static Subject subject(Aspect aspect) {
        return Subject.valueOf(aspect.name());
    }

    private static Subject subject(Constraint constraint) {
        return Subject.valueOf(constraint.kind().name());
    }

    private static String columns(Table table) {
        int columns = table.columns().size();
        return columns + (columns == 1 ? " column" : " columns");
    }

    private static String names(Table table) {
        return table.columns().stream().map(it -> it.name().text()).collect(Collectors.joining(", "));
    }

    private static String words(Aspect aspect, Column column) {
        return aspect.of(column).map(Sql::text).filter(it -> !it.isEmpty()).map(Described::oneLine)
                .orElse(switch (aspect) {
                    case TYPE -> "no type";
                    case NULLABILITY -> "NULL";
                    case DEFAULT -> "no default";
                    case COLLATION -> "no collation of its own";
                    case GENERATED -> "not generated";
                    case IDENTITY -> "no identity";
                    case ON_UPDATE -> "nothing on update";
                    case COMMENT -> "no comment";
                });
    }

    private static String words(Column column) {
        return List.of(Optional.of(column.type()), column.collation().map(it -> sql("COLLATE ", it)), column.notNull(),
                column.defaultValue().map(it -> sql("DEFAULT ", it)), column.generated(), column.identity(),
                column.onUpdate(), column.comment().map(it -> sql("COMMENT ", it))).stream()
                .flatMap(Optional::stream).map(it -> oneLine(it.text())).filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Sql sql(String before, Sql sql) {
        return new Sql(before + sql.text(), sql.normal());
    }

    private static String words(Constraint constraint) {
        return oneLine(constraint.definition().text());
    }

    private static String words(Index index) {
        return oneLine(index.definition().text());
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
