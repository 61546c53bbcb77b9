package restrack.wanted.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import restrack.MigrateException;

/** Which annotations are understood. One that could touch the schema is never passed over in silence. */
final class Vocabulary {
    /** Packages whose annotations all could say something about tables. */
    private static final List<String> STRICT = List.of("jakarta.persistence.", "javax.persistence.",
            "org.hibernate.annotations.", "org.eclipse.persistence.annotations.", "jakarta.validation.constraints.",
            "javax.validation.constraints.");

    /** Those of jakarta.persistence that say nothing about tables. */
    private static final Set<String> HARMLESS = Set.of("NamedQuery", "NamedQueries", "NamedNativeQuery",
            "NamedNativeQueries", "NamedStoredProcedureQuery", "NamedStoredProcedureQueries", "NamedEntityGraph",
            "NamedEntityGraphs", "SqlResultSetMapping", "SqlResultSetMappings", "EntityListeners",
            "ExcludeDefaultListeners", "ExcludeSuperclassListeners", "PrePersist", "PreUpdate", "PreRemove",
            "PostPersist", "PostUpdate", "PostRemove", "PostLoad", "Cacheable", "PersistenceContext",
            "PersistenceContexts", "PersistenceUnit", "PersistenceUnits", "Converter", "metamodel.StaticMetamodel");

    private static final Set<String> ON_ENTITIES = Set.of("Entity", "Table", "IdClass", "Access", "AttributeOverride",
            "AttributeOverrides", "AssociationOverride", "AssociationOverrides", "Inheritance", "DiscriminatorColumn",
            "DiscriminatorValue", "PrimaryKeyJoinColumn", "PrimaryKeyJoinColumns");
    private static final Set<String> ON_PARTS = Set.of("Embeddable", "MappedSuperclass", "Access", "IdClass");

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("SequenceGenerator", "a key that a sequence counts"),
            Map.entry("SequenceGenerators", "a key that a sequence counts"),
            Map.entry("TableGenerator", "a key that a table counts"),
            Map.entry("TableGenerators", "a key that a table counts"),
            Map.entry("SecondaryTable", "an entity in several tables"),
            Map.entry("SecondaryTables", "an entity in several tables"));

    private Vocabulary() {
    }

    /** Refuses what is not understood on an attribute. */
    static void check(Attribute attribute, Reading reading) {
        check(attribute.notes(), attribute.kind()::understands, attribute.shown(), reading);
    }

    /** Refuses what is not understood on an entity. */
    static void checkEntity(Notes notes, String shown, Reading reading) {
        check(notes, ON_ENTITIES::contains, shown, reading);
    }

    /** Refuses what is not understood on an embeddable class, a mapped superclass, or a class that is no model. */
    static void checkOther(Notes notes, String shown, Reading reading) {
        check(notes, ON_PARTS::contains, shown, reading);
    }

    /** {@return the first annotation that means something on an attribute, and so nothing elsewhere} */
    static Predicate<Note> matters() {
        return note -> STRICT.stream().anyMatch(note.name()::startsWith) && !isHarmless(note)
                && !note.name().equals(Notes.PERSISTENCE + "Transient");
    }

    private static boolean isHarmless(Note note) {
        return note.name().startsWith(Notes.PERSISTENCE)
                && HARMLESS.contains(note.name().substring(Notes.PERSISTENCE.length()));
    }

    private static void check(Notes notes, Predicate<String> understood, String shown, Reading reading) {
        for (var note : notes.all()) {
            var ours = note.name().startsWith(Notes.PERSISTENCE);
            if (matters().test(note)
                    && !(ours && understood.test(note.name().substring(Notes.PERSISTENCE.length())))) {
                throw refusal(note, shown, reading.where(note));
            }
        }
    }

    private static MigrateException refusal(Note note, String shown, String where) {
        var reason = REASONS.get(note.simpleName());
        var instead = note.name().startsWith("javax.persistence.")
                ? "Use jakarta.persistence (3.2)"
                : note.name().contains(".validation.constraints.")
                ? "Say it with @Column(nullable = …, length = …, check = …)"
                : "Say it in another way";
        return Problem.at(where, "@%s on %s is not understood%s.".formatted(note.name(), shown,
                        reason == null ? "" : ": there is no support for " + reason),
                instead + ", or pass over it: models.ignore-annotations = " + note.name());
    }
}
