package restrack.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.database.Database;
import restrack.database.Fitting;
import restrack.schema.Column;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.schema.Sql;
import restrack.schema.Table;

/** Weighs whether something that goes could be something that comes. */
final class Likeness {
    private final Database data;
    /** What behaves the same, of the present and of the wanted schema. */
    private final Schema before;
    private final Schema after;
    private final List<Renaming> renamed;

    /**
     * @param data    where the rows are, under the names that they have now
     * @param before  the present schema, as far as it behaves the same
     * @param after   the wanted schema, likewise
     * @param renamed what has another name already; more may be added later
     */
    Likeness(Database data, Schema before, Schema after, List<Renaming> renamed) {
        this.data = data;
        this.before = before;
        this.after = after;
        this.renamed = renamed;
    }

    /** {@return the two as a candidate, if they have half of their columns, or two thirds of the types, in common} */
    Optional<Candidate> ofTables(Table gone, Table come) {
        long common = gone.columns().stream().filter(it -> come.column(it.name()).isPresent()).count();
        int most = Math.max(gone.columns().size(), come.columns().size());
        var types = types(after, come);
        long alike = types(before, gone).stream().filter(types::remove).count();
        if (common * 2 < most && alike * 3 < most * 2L) {
            return Optional.empty();
        }
        var evidence = (common == most ? "the same columns" : common * 2 < most ? alike + " of " + most
                + " columns of like types" : common + " of " + most + " columns in common")
                + (data.rows().has(gone.name().text()) ? ", with rows" : ", without rows");
        return Optional.of(new Candidate(new Renaming.OfTable(gone.name().text(), come.name().text()), evidence));
    }

    private static List<Sql> types(Schema schema, Table table) {
        return new ArrayList<>(schema.table(table.name()).orElse(table).columns().stream().map(Column::type).toList());
    }

    /**
     * {@return the two as a candidate, if they behave alike, all values of the one would fit into the other, or one has
     * taken the place of the other} What is computed has nothing to lose.
     */
    Optional<Candidate> ofColumns(Table table, Column gone, Table wanted, Column come) {
        if (gone.generated().isPresent() || come.generated().isPresent()) {
            return Optional.empty();
        }
        var fitting = fitting(table, gone, come);
        boolean same = gone.type().equals(come.type());
        int from = table.columns().indexOf(gone) + 1;
        int to = wanted.columns().indexOf(come) + 1;
        boolean place = from == to && table.columns().size() == wanted.columns().size();
        boolean fits = fitting.values() > 0 && fitting.fit() == fitting.values();
        if (!same && !place && !fits && !alike(table, gone, come)) {
            return Optional.empty();
        }
        var evidence = new ArrayList<String>();
        evidence.add(same ? "same type" : type(gone) + " became " + type(come));
        evidence.add(from == to ? "same place" : "column " + from + " became " + to);
        evidence.add(words(fitting));
        return Optional.of(new Candidate(new Renaming.OfColumn(table.name().text(), gone.name().text(),
                come.name().text()), String.join(", ", evidence)));
    }

    private static String words(Fitting fitting) {
        if (fitting.values() == 0) {
            return "no values";
        }
        if (fitting.values() == 1) {
            return "its one value " + (fitting.fit() == 1 ? "fits" : "does not fit");
        }
        return (fitting.fit() == fitting.values() ? "all" : fitting.fit()) + " of " + fitting.values() + " values fit";
    }

    private static String type(Column column) {
        return column.type().text().isEmpty() ? "no type" : column.type().text();
    }

    private boolean alike(Table table, Column gone, Column come) {
        var old = before.table(data.dialect().name(nameNow(table.name()))).flatMap(it -> it.column(gone.name()));
        var wanted = after.table(table.name()).flatMap(it -> it.column(come.name()));
        return old.isPresent() && wanted.isPresent() && old.get().type().equals(wanted.get().type());
    }

    private Fitting fitting(Table table, Column gone, Column come) {
        return data.fitting(nameNow(table.name()), gone, come);
    }

    private String nameNow(Name table) {
        return renamed.stream().filter(it -> it instanceof Renaming.OfTable
                        && data.dialect().name(it.to()).equals(table)).map(Renaming::from).findFirst()
                .orElse(table.text());
    }
}
