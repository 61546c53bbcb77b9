package restrack.wanted.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How entities that extend entities are kept (Jakarta Persistence 3.2, 2.13): all in one table, with a column that says
 * which each row is, or each in a table of its own, whose key refers to the one above.
 */
record Inheritance(Columns columns) {
    private static final int LENGTH = 31;

    /** Refuses what an entity says of a hierarchy at the wrong place, or that is not understood. */
    static void check(EntityType entity, Reading reading) {
        entity.notes().find("Inheritance").flatMap(it -> it.constant("strategy")).filter("TABLE_PER_CLASS"::equals)
                .ifPresent(it -> {
                    throw Problem.at(entity.where(), "TABLE_PER_CLASS on %s is not understood: nothing could refer to "
                            .formatted(entity.name()) + "rows that lie in several tables.",
                            "Write SINGLE_TABLE or JOINED, or make it a @MappedSuperclass.");
                });
        if (entity.parent().isEmpty()) {
            entity.notes().find("PrimaryKeyJoinColumn").or(() -> entity.notes().find("PrimaryKeyJoinColumns"))
                    .ifPresent(it -> refuse(it, entity, "extends no entity", reading));
            return;
        }
        for (var name : List.of("Inheritance", "DiscriminatorColumn")) {
            entity.notes().find(name).ifPresent(it -> refuse(it, entity, "extends " + entity.root().name(), reading));
        }
        entity.attributes().stream().filter(Attribute::inKey).findFirst().ifPresent(it -> {
            throw Problem.at(reading.where(it), "%s is in the key, and %s has that of %s, which it extends.".formatted(
                    it.shown(), entity.name(), entity.root().name()), "Take the annotation away.");
        });
        if (!entity.isJoined()) {
            for (var name : List.of("Table", "PrimaryKeyJoinColumn", "PrimaryKeyJoinColumns")) {
                entity.notes().find(name).ifPresent(it ->
                        refuse(it, entity, "is in the table of " + entity.root().name(), reading));
            }
            entity.notes().renamed().ifPresent(it -> {
                throw Problem.at(entity.where(), "@Renamed on %s, which is in the table of %s.".formatted(
                        entity.name(), entity.root().name()), "Take it away.");
            });
        }
    }

    private static void refuse(Note note, EntityType entity, String why, Reading reading) {
        throw Problem.at(reading.where(note), "@%s on %s, which %s.".formatted(note.simpleName(), entity.name(), why),
                entity.parent().isEmpty() ? "Take it away." : "Only the topmost entity can say it, unless its "
                        + "@Inheritance is JOINED and this is about the table.");
    }

    /**
     * {@return the column that says which entity a row is; nothing below the topmost} In tables that are joined it is
     * there only where it is asked for.
     */
    Optional<ColumnDraft> discriminator(EntityType root, Collection<EntityType> entities) {
        if (root.parent().isPresent()) {
            return Optional.empty();
        }
        var note = root.notes().find("DiscriminatorColumn");
        var extended = entities.stream().anyMatch(it -> it.parent().isPresent() && it.root() == root);
        return note.isEmpty() && (root.isJoined() || !extended) ? Optional.empty()
                : Optional.of(discriminator(root, note));
    }

    private ColumnDraft discriminator(EntityType root, Optional<Note> note) {
        var types = columns.reading().dialect().columnTypes();
        var given = note.map(it -> it.text("name")).filter(it -> !it.isBlank()).map(Names::unquoted);
        var type = note.map(it -> it.text("columnDefinition")).filter(it -> !it.isBlank()).orElseGet(() ->
                switch (note.flatMap(it -> it.constant("discriminatorType")).orElse("STRING")) {
                    case "INTEGER" -> types.integer(32);
                    case "CHAR" -> types.character(1);
                    default -> types.varchar(note.map(it -> it.number("length", LENGTH)).orElse(LENGTH));
                });
        return new ColumnDraft(given.orElse("DTYPE"), type, note.map(it -> it.text("options").strip()).orElse(""), true,
                false, false, List.of(), false, Optional.empty(), root.where(), "@DiscriminatorColumn");
    }

    /** {@return what an entity adds to the table of the one that it extends} Rows of others leave it empty. */
    Part shared(EntityType entity) {
        var parts = new ArrayList<Part>();
        entity.attributes().forEach(it -> parts.add(columns.of(entity, it)));
        var part = Part.of(parts);
        return new Part(part.columns().stream().map(ColumnDraft::asOptional).toList(), part.uniques(),
                part.foreignKeys());
    }

    /** {@return the key of an entity with a table of its own, which refers to that of the entity that it extends} */
    Part joined(EntityType entity) {
        if (entity.parent().isEmpty()) {
            return Part.NOTHING;
        }
        var made = columns.inherited(entity);
        var beside = entity.notes().find("PrimaryKeyJoinColumns").flatMap(it -> it.note("foreignKey"));
        var key = made.foreignKey(JoinColumns.keyNote(beside, entity.notes().repeated("PrimaryKeyJoinColumn")),
                entity.parent().orElseThrow(), columns.names());
        return new Part(made.columns(), List.of(), key.stream().toList());
    }
}
