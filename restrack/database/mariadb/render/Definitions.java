package restrack.database.mariadb.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import restrack.database.Rendered;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Change;
import restrack.schema.Definition;
import restrack.schema.Definition.Kind;
import restrack.schema.Schema;

/**
 * What is known by its statement. What changes is replaced in one statement, so that it is never missing; sequences
 * keep their counter.
 */
final class Definitions {
    private final Schema present;
    private final Schema wanted;
    private final List<Change.OfDefinition> changes;

    Definitions(Schema present, Schema wanted, List<Change> changes) {
        this.present = present;
        this.wanted = wanted;
        this.changes = changes.stream().filter(Change.OfDefinition.class::isInstance)
                .map(Change.OfDefinition.class::cast).toList();
    }

    /** {@return the statements by which go the views, triggers, routines and events that do not come back} */
    List<Rendered> leaving() {
        var statements = new ArrayList<Rendered>();
        var gone = new ArrayList<>(present.definitions());
        Collections.reverse(gone);
        for (var definition : gone) {
            for (var change : changes) {
                if (change instanceof Change.Undefine it && it.definition().equals(definition)
                        && definition.kind() != Kind.SEQUENCE) {
                    statements.add(drop(definition, List.of(it)));
                } else if (change instanceof Change.Redefine it && it.from().equals(definition) && isMoved(it)) {
                    statements.add(drop(definition, List.of()));
                }
            }
        }
        return statements;
    }

    /** A trigger cannot be replaced by one on another table. */
    private static boolean isMoved(Change.Redefine change) {
        return !change.from().owner().equals(change.to().owner());
    }

    private static Rendered drop(Definition definition, List<Change> done) {
        return Rendered.of("DROP " + definition.kind().name() + " " + MariaNames.quoted(definition.name()), done);
    }

    /** {@return the statements by which sequences come, which tables may count by} */
    List<Rendered> sequences() {
        return coming(List.of(Kind.SEQUENCE));
    }

    /** {@return the statements by which sequences go, when no table counts by them any more} */
    List<Rendered> sequencesLeaving() {
        return changes.stream().filter(it -> it instanceof Change.Undefine && it.definition().kind() == Kind.SEQUENCE)
                .map(it -> drop(it.definition(), List.of(it))).toList();
    }

    /** {@return the statements by which the rest comes, in an order in which each finds what it needs} */
    List<Rendered> coming() {
        return coming(List.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.VIEW, Kind.TRIGGER, Kind.EVENT));
    }

    private List<Rendered> coming(List<Kind> kinds) {
        var statements = new ArrayList<Rendered>();
        for (var definition : wanted.definitions()) {
            for (var change : changes) {
                if (kinds.contains(definition.kind()) && change.definition().equals(definition)
                        && !(change instanceof Change.Undefine)) {
                    statements.add(Rendered.of(text(change), List.of(change)));
                } else if (change instanceof Change.Redefine it && kinds.contains(Kind.TRIGGER)
                        && isBehind(definition, it)) {
                    statements.add(Rendered.of(replacing(definition), List.of()));
                }
            }
        }
        return statements.stream().distinct().toList();
    }

    /** Whether a trigger that stays runs behind one that is made anew, which would then be the last. */
    private boolean isBehind(Definition trigger, Change.Redefine change) {
        return trigger.kind() == Kind.TRIGGER && change.to().kind() == Kind.TRIGGER
                && trigger.owner().equals(change.to().owner()) && when(trigger).equals(when(change.to()))
                && wanted.definitions().indexOf(trigger) > wanted.definitions().indexOf(change.to())
                && changes.stream().noneMatch(it -> it.definition().equals(trigger));
    }

    /** BEFORE INSERT, for instance. */
    private static List<String> when(Definition trigger) {
        var words = trigger.sql().text().substring(("CREATE TRIGGER " + MariaNames.quoted(trigger.name())).length())
                .strip().split(" ", 3);
        return Stream.of(words).limit(2).toList();
    }

    private static String text(Change.OfDefinition change) {
        var definition = change.definition();
        if (change instanceof Change.Redefine it && definition.kind() == Kind.SEQUENCE) {
            return it.to().sql().text().replaceFirst("^CREATE", "ALTER");
        }
        boolean replaced = change instanceof Change.Redefine it && !isMoved(it);
        return replaced ? replacing(definition) : definition.sql().text();
    }

    private static String replacing(Definition definition) {
        return definition.sql().text().replaceFirst("^CREATE", "CREATE OR REPLACE");
    }
}
