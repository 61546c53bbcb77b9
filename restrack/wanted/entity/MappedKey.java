package restrack.wanted.entity;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.type.DeclaredType;

/** Which attributes of a key are there only as the columns of a relation: {@code @MapsId}. */
final class MappedKey {
    private MappedKey() {
    }

    /** {@return the relations of an entity that stand for attributes of its key, by the paths of those} */
    static Map<String, Attribute> of(EntityType entity, Reading reading) {
        var mapped = new LinkedHashMap<String, Attribute>();
        for (var relation : entity.attributes()) {
            relation.notes().find("MapsId").ifPresent(note -> {
                if (entity.parent().isPresent()) {
                    throw Problem.at(reading.where(note), "@MapsId on %s, and the key is that of %s.".formatted(
                            relation.shown(), entity.root().name()), "Move the relation to that entity.");
                }
                var path = path(entity, note, relation, reading);
                if (entity.notes().repeated("AssociationOverride").stream()
                        .anyMatch(it -> it.text("name").equals(relation.name()))) {
                    throw Problem.at(reading.where(note), "@MapsId on %s, whose columns are overridden."
                            .formatted(relation.shown()), "Write the relation in each class.");
                }
                if (mapped.putIfAbsent(path, relation) != null) {
                    throw Problem.at(reading.where(note), "@MapsId on %s, and on another relation for the same part of "
                            .formatted(relation.shown()) + "the key.", "Name the attribute: @MapsId(\"…\").");
                }
            });
        }
        return mapped;
    }

    private static String path(EntityType entity, Note note, Attribute relation, Reading reading) {
        var key = entity.key();
        var wanted = note.text("value");
        if (wanted.isEmpty() && key.size() == 1) {
            return key.get(0).name();
        }
        if (key.stream().anyMatch(it -> it.kind() == AttributeKind.BASIC && it.name().equals(wanted))) {
            return wanted;
        }
        var embedded = key.stream().filter(it -> it.kind() == AttributeKind.EMBEDDED).findFirst();
        var found = embedded.map(it -> reading.unwrapped(it.type())).stream()
                .filter(DeclaredType.class::isInstance).map(DeclaredType.class::cast)
                .flatMap(it -> Attributes.ofEmbeddable(it, reading).stream()).anyMatch(it -> it.name().equals(wanted));
        if (!found) {
            throw Problem.at(reading.where(note), "@MapsId on %s names no attribute of the key of %s.".formatted(
                    relation.shown(), entity.name()), "Name one of the key's: @MapsId(\"…\").");
        }
        return embedded.orElseThrow().name() + "." + wanted;
    }
}
