package restrack.compile;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import restrack.AlterColumn;

/** {@link AlterColumn} as SQL. */
final class AlteredColumn extends AlteredTable implements AlterColumn {
    private final String column;

    AlteredColumn(UnaryOperator<String> quote, Consumer<Action> actions, String column) {
        super(quote, actions);
        this.column = column;
    }

    private AlterColumn alter(String what, Object... parts) {
        add("ALTER COLUMN %s %s", name(column), what.formatted(parts));
        return this;
    }

    @Override
    public AlterColumn type(String type) {
        return alter("TYPE %s", type);
    }

    @Override
    public AlterColumn type(String type, String using) {
        return alter("TYPE %s USING %s", type, using);
    }

    @Override
    public AlterColumn collate(String type, String collation) {
        return alter("TYPE %s COLLATE %s", type, name(collation));
    }

    @Override
    public AlterColumn setDefault(String expression) {
        return alter("SET DEFAULT %s", expression);
    }

    @Override
    public AlterColumn dropDefault() {
        return alter("DROP DEFAULT");
    }

    @Override
    public AlterColumn setNotNull() {
        return alter("SET NOT NULL");
    }

    @Override
    public AlterColumn dropNotNull() {
        return alter("DROP NOT NULL");
    }

    @Override
    public AlterColumn generatedStored(String expression) {
        return alter("ADD GENERATED ALWAYS AS (%s) STORED", expression);
    }

    @Override
    public AlterColumn generatedVirtual(String expression) {
        return alter("ADD GENERATED ALWAYS AS (%s) VIRTUAL", expression);
    }

    @Override
    public AlterColumn setExpression(String expression) {
        return alter("SET EXPRESSION AS (%s)", expression);
    }

    @Override
    public AlterColumn dropExpression() {
        return alter("DROP EXPRESSION");
    }
}
