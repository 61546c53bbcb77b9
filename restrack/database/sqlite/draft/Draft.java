package restrack.database.sqlite.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import restrack.MigrateException;
import restrack.database.RowCheck;
import restrack.database.sqlite.catalog.Layout;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.NewText;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Edits;
import restrack.database.sqlite.grammar.MalformedException;
import restrack.database.sqlite.grammar.Name;

/**
 * A table on its way from what it is to what is asked for: its text as edited so far, what becomes of each column's
 * values, and what has to be looked at or dropped first.
 */
public final class Draft {
    private final CreateTable before;
    private final Layout layout;
    private final Rows rows;
    private CreateTable table;
    /** Columns of the draft to what is stored in them: an expression over the old row. */
    private final Map<String, String> stored = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /** Columns whose values, or their order, are not what they were. */
    private final Set<String> changed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> defaults = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<RowCheck> checks = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> needs = new LinkedHashSet<>();
    private final Set<SchemaObject> dropped = new LinkedHashSet<>();
    private final List<NewText> texts = new ArrayList<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final List<String> natives = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean copied;
    private boolean cascading;
    private boolean textWritten;

    /**
     * @param before the table as it is
     * @param layout how SQLite lays it out
     * @param indexed whether its indexes may be used to look at rows
     */
    public Draft(CreateTable before, Layout layout, boolean indexed) {
        this.before = before;
        this.layout = layout;
        this.table = before;
        this.rows = new Rows(before, layout, indexed);
        for (var column : before.columns()) {
            if (!column.isGenerated()) {
                stored.put(column.name().value(), Quoted.name(column.name().value()));
            }
        }
    }

    /** {@return the table as it was} */
    public CreateTable before() {
        return before;
    }

    /** {@return how SQLite lays out the table as it was} */
    public Layout layout() {
        return layout;
    }

    /** {@return the table as edited so far} */
    public CreateTable table() {
        return table;
    }

    /** {@return its name} */
    public String name() {
        return before.name().value();
    }

    /**
     * {@return a column of the table as edited so far}
     *
     * @throws MigrateException {@code cannot_alter} if there is none of that name
     */
    Column column(String name) {
        return table.column(name).orElseThrow(() -> CannotAlter.because(
                "There is no column " + name + " in " + name() + ".",
                "`migrate show-table " + name() + "` shows what there is."));
    }

    /** Edits the text. */
    void edit(Consumer<Edits> edit) {
        var edits = Edits.on(table.text());
        edit.accept(edits);
        try {
            table = CreateTable.parse(edits.text());
        } catch (MalformedException e) {
            throw CannotAlter.because("The definition of " + name() + " would make no sense: "
                    + e.getMessage().substring(e.getMessage().indexOf(": ") + 2), "");
        }
    }

    /** Inserts words at a place between two tokens. */
    void insert(int at, String words) {
        var text = table.text();
        var before = at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && text.charAt(at - 1) != '(' ? " " : "";
        boolean free = at == text.length() || " \t\r\n\f,;)".indexOf(text.charAt(at)) >= 0;
        edit(edits -> edits.insert(at, before + words + (free ? "" : " ")));
    }

    /** {@return what is stored in a column: an expression over the old row; nothing for what SQLite fills itself} */
    public Optional<String> stored(String column) {
        return Optional.ofNullable(stored.get(column));
    }

    /** {@return the expressions that are stored, but for what is only copied} */
    public List<String> computed() {
        return stored.entrySet().stream().filter(it -> !it.getValue().equals(Quoted.name(it.getKey())))
                .map(it -> it.getValue() + "\n").toList();
    }

    /** Says what is stored in a column, and that it has to be written. */
    void store(String column, String expression) {
        storeIfCopied(column, expression);
        copied = true;
    }

    /** Says what is stored in a column, if the rows have to be written anew for another reason. */
    void storeIfCopied(String column, String expression) {
        stored.put(column, expression);
        changed.add(column);
    }

    /** Says that SQLite computes what is in a column. */
    void storeNothing(String column) {
        stored.remove(column);
        changed.add(column);
    }

    /** Says that the rows have to be written anew. */
    void copy() {
        copied = true;
    }

    public boolean isCopied() {
        return copied;
    }

    /** Says that what is in a column, or how it is ordered, is not what it was. */
    void change(String column) {
        changed.add(column);
    }

    public Set<String> changed() {
        return changed;
    }

    /** {@return whether what is in a column is not what it was} A generated one is as changed as what it is made of. */
    public boolean isChanged(String column) {
        return changed.contains(column) || table.column(column).stream()
                .flatMap(it -> it.constraints(Constraint.Generated.class))
                .anyMatch(it -> table.names().stream().filter(other -> !Name.same(other, column))
                        .anyMatch(other -> Mentioned.in(table.text(), it.expression(), other) && isChanged(other)));
    }

    /** Says what is to be looked at when all actions are in the draft. */
    void later(Runnable look) {
        later.add(look);
    }

    /** Looks at what was put off. */
    void lookNow() {
        List.copyOf(later).forEach(Runnable::run);
        later.clear();
    }

    void guard(Guard guard) {
        guards.add(guard);
    }

    public List<Guard> guards() {
        return guards;
    }

    /** Says that a column's default is another one, which rows that are older than the column would notice. */
    void changeDefault(String column) {
        defaults.add(column);
    }

    public Set<String> defaults() {
        return defaults;
    }

    /** {@return what the rows are going to look like, for conditions on them} */
    public Rows rows() {
        return rows;
    }

    /** Says that a column is asked to go, not only along with another one. */
    void lose(String column) {
        asked.add(column);
    }

    /** {@return the columns that were asked to go} */
    public List<String> asked() {
        return asked;
    }

    /** {@return the columns that are gone} */
    public List<String> lost() {
        return before.names().stream().filter(it -> table.column(it).isEmpty()).toList();
    }

    /** {@return whether everything is as it was} */
    public boolean isNothing() {
        return table.text().equals(before.text()) && others.isEmpty() && dropped.isEmpty() && !copied;
    }

    public void check(RowCheck check) {
        checks.add(check);
    }

    public List<RowCheck> checks() {
        return checks;
    }

    public void note(String note) {
        notes.add(note);
    }

    public Collection<String> notes() {
        return notes;
    }

    /** Gives a trigger a new text. */
    void mend(SchemaObject trigger, String text) {
        texts.add(new NewText(trigger.type(), trigger.name(), text));
        note("names the columns where " + trigger.words() + " inserts into " + name());
    }

    /** Gives another table a new text. */
    void rewrite(String other, String text) {
        others.put(other, text);
    }

    /** {@return the new texts of other tables, by name} */
    Map<String, String> others() {
        return others;
    }

    /** {@return all new texts, that of the table first} */
    public List<NewText> texts() {
        var all = new ArrayList<NewText>();
        all.add(new NewText("table", before.name().value(), table.text()));
        others.forEach((name, text) -> all.add(new NewText("table", name, text)));
        all.addAll(texts);
        return all;
    }

    /** Says that an index, view or trigger goes first. */
    public void drop(SchemaObject object) {
        if (dropped.add(object)) {
            note("drops " + object.words());
        }
    }

    public Set<SchemaObject> dropped() {
        return dropped;
    }

    /** {@return what drops them: triggers before the views that they are on} */
    public List<String> drops() {
        return dropped.stream().sorted(Comparator.comparing(SchemaObject::type)).map(it -> "DROP "
                + it.type().toUpperCase(Locale.ROOT) + " main." + Quoted.name(it.name())).toList();
    }

    /** Says that something needs what goes, and may not go too. */
    void need(String what) {
        needs.add(what);
    }

    public Set<String> needs() {
        return needs;
    }

    /** Says that what needs something that goes may go too. */
    void cascade() {
        cascading = true;
    }

    public boolean isCascading() {
        return cascading;
    }

    /** Says that SQLite has a statement which does the last action. */
    void byItself(String statement) {
        natives.add(statement);
    }

    /** Says that the table is to have the text of this draft, not the one that SQLite writes by itself. */
    void writeText() {
        textWritten = true;
    }

    public boolean isTextWritten() {
        return textWritten;
    }

    /** {@return the statements that SQLite has for actions of this draft} */
    public List<String> natives() {
        return natives;
    }
}
