package restrack.wanted;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import restrack.Version;
import restrack.config.PrivateFolder;
import restrack.database.Dialect;
import restrack.schema.Renaming;
import restrack.sql.Checksum;
import restrack.sql.Statements;
import restrack.wanted.entity.Entities;
import restrack.wanted.entity.EntityModel;
import restrack.wanted.entity.EntityOptions;

/**
 * What Java sources say as a schema, kept by their contents: to read them takes the compiler longer than all the rest.
 * Never a reason to fail: what cannot be read is made again, what cannot be written is not.
 */
final class EntityCache {
    private final Path folder;
    private final Dialect dialect;
    private final Gson gson = new Gson();

    /** What is kept: an empty table stands for a renaming of a table. */
    private record Kept(List<Text> pieces, List<Renamed> renamings, Set<String> tables) {
    }

    private record Text(String where, String sql) {
    }

    private record Renamed(String table, String from, String to) {
    }

    EntityCache(Path folder, Dialect dialect) {
        this.folder = folder;
        this.dialect = dialect;
    }

    /** {@return what the sources say} With a folder on the class path they are read each time: it may have changed. */
    EntityModel ofSources(List<Path> files, EntityOptions options) {
        var key = key(files, options);
        var kept = key.flatMap(this::find);
        if (kept.isPresent()) {
            return kept.get();
        }
        var model = Entities.ofSources(files, options, dialect);
        key.ifPresent(it -> store(it, model));
        return model;
    }

    private Optional<String> key(List<Path> files, EntityOptions options) {
        var texts = new ArrayList<String>();
        try {
            for (var entry : options.classPath()) {
                var jar = options.folder().resolve(entry);
                if (!Files.isRegularFile(jar)) {
                    return Optional.empty();
                }
                texts.add(jar.toAbsolutePath() + "\0" + Files.size(jar) + "\0" + Files.getLastModifiedTime(jar));
            }
            for (var file : files) {
                texts.add(file + "\0" + Files.readString(options.folder().resolve(file)));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(Checksum.start()
                .values("toolkit", List.of(Version.VERSION, dialect.name(), options.naming().name(),
                        System.getProperty("java.class.path")))
                .values("ignored", List.copyOf(new TreeSet<>(options.ignoredAnnotations())))
                .values("sources", texts).hex());
    }

    private Optional<EntityModel> find(String key) {
        try {
            var file = folder.resolve(key + ".json");
            if (!Files.isRegularFile(file) || PrivateFolder.open(folder).isEmpty()) {
                return Optional.empty();
            }
            var kept = gson.fromJson(Files.readString(file), Kept.class);
            return Optional.of(new EntityModel(
                    kept.pieces().stream().map(it -> new Piece(Objects.requireNonNull(it.where()),
                            Statements.of(it.sql(), dialect.syntax(), 1).get(0))).toList(),
                    kept.renamings().stream().map(EntityCache::renaming).toList(), kept.tables()));
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong with it: what it was made of is at hand.
            return Optional.empty();
        }
    }

    private static Renaming renaming(Renamed kept) {
        return kept.table().isEmpty() ? new Renaming.OfTable(kept.from(), kept.to())
                : new Renaming.OfColumn(kept.table(), kept.from(), kept.to());
    }

    private void store(String key, EntityModel model) {
        var kept = new Kept(model.pieces().stream().map(it -> new Text(it.where(), it.statement().text())).toList(),
                model.renamings().stream().map(it -> new Renamed(it instanceof Renaming.OfColumn column
                        ? column.table() : "", it.from(), it.to())).toList(), model.tables());
        PrivateFolder.open(folder).ifPresent(it -> {
            try {
                it.write(key + ".json", gson.toJson(kept).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // A full disk, say: the next run reads the sources again.
            }
        });
    }
}
