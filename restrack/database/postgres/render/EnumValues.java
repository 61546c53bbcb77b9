package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Definition;
import restrack.schema.Index;
import restrack.schema.Schema;
import restrack.schema.Sql;

/** The values of an enum. They can become more, in any place; a value can be neither taken away nor moved. */
final class EnumValues {
    private EnumValues() {
    }

    static boolean isOnlyMore(List<String> from, List<String> to) {
        var staying = new ArrayList<>(to);
        staying.retainAll(from);
        return staying.equals(from);
    }

    /** {@return the statements that add values} */
    static List<String> added(Definition type, List<String> from) {
        var values = type.detail().parts();
        var statements = new ArrayList<String>();
        for (int i = 0; i < values.size(); i++) {
            if (!from.contains(values.get(i))) {
                statements.add("ALTER TYPE " + Parts.name(type) + " ADD VALUE " + Quoted.string(values.get(i))
                        + place(values, i, from));
            }
        }
        statements.set(0, "-- A new value can be used when this is committed: by a later script, not by this one.\n"
                + statements.get(0));
        return statements;
    }

    /** Each comes behind the one before it, which is there by then. */
    private static String place(List<String> values, int index, List<String> from) {
        if (index > 0) {
            boolean atEnd = values.subList(index, values.size()).stream().noneMatch(from::contains);
            return atEnd ? "" : " AFTER " + Quoted.string(values.get(index - 1));
        }
        return values.stream().filter(from::contains).findFirst().map(it -> " BEFORE " + Quoted.string(it)).orElse("");
    }

    /**
     * {@return whether something of a schema says one of the values that are new} Then they cannot be added: PostgreSQL
     * lets nobody use them in the same transaction (documentation, "ALTER TYPE").
     */
    static boolean areUsed(Definition from, Definition to, Schema wanted) {
        var texts = texts(wanted).toList();
        return to.detail().parts().stream().filter(it -> !from.detail().parts().contains(it))
                .map(it -> Quoted.string(it) + "::" + Parts.name(to))
                .anyMatch(it -> texts.stream().anyMatch(text -> text.contains(it)));
    }

    private static Stream<String> texts(Schema schema) {
        var tables = schema.tables().stream().flatMap(table -> Stream.of(
                table.columns().stream().flatMap(EnumValues::expressions),
                table.constraints().stream().map(Constraint::definition).map(Sql::text),
                table.indexes().stream().map(Index::text)).flatMap(it -> it));
        return Stream.concat(tables, schema.definitions().stream().map(it -> it.sql().text()));
    }

    private static Stream<String> expressions(Column column) {
        return Stream.of(column.defaultValue(), column.generated()).flatMap(it -> it.stream()).map(Sql::text);
    }
}
