package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import restrack.sql.Statements;
import restrack.sql.TransactionControl;

/** Flyway: {@code V1__x.sql}, with {@code U1__x.sql} as its way back, and {@code R__x.sql}. */
final class FlywayFormat implements Format {
    @Override
    public boolean recognises(ForeignFolder folder) {
        return folder.allNames().stream().map(FlywayFormat::name).anyMatch(it -> it.isPresent()
                && it.get().extension().equals("sql") && (it.get().kind() == 'V' || it.get().kind() == 'R'));
    }

    @Override
    public Harvest read(ForeignFolder folder, Destination destination) {
        return new Reading(folder, destination).harvest();
    }

    private static Optional<FlywayName> name(String path) {
        return FlywayName.of(path.substring(path.lastIndexOf('/') + 1));
    }

    /** One folder as it is being read. */
    private static final class Reading {
        private final ForeignFolder folder;
        private final Destination destination;
        private final Map<String, String> versioned = new TreeMap<>(FlywayName.VERSIONS);
        private final Map<String, String> undo = new TreeMap<>(FlywayName.VERSIONS);
        private final Map<String, String> baselines = new TreeMap<>(FlywayName.VERSIONS);
        private final Map<String, Repeated> repeatables = new HashMap<>();
        private final List<Note> notes = new ArrayList<>();

        Reading(ForeignFolder folder, Destination destination) {
            this.folder = folder;
            this.destination = destination;
        }

        Harvest harvest() {
            folder.allNames().forEach(this::sort);
            baselines();
            var scripts = new ArrayList<Carried>();
            versioned.forEach((version, file) -> scripts.add(script(version, file)));
            undo.forEach((version, file) -> notes.add(new Note(file, "There is no script of version " + version
                    + " that it would take back.", true)));
            return Harvest.chain(scripts, repeatables.values().stream()
                    .sorted((a, b) -> a.name().compareTo(b.name())).toList(), notes);
        }

        private void sort(String file) {
            if (file.endsWith(FlywayConfig.EXTENSION) && folder.has(
                    file.substring(0, file.length() - FlywayConfig.EXTENSION.length()))) {
                return;
            }
            var name = name(file).orElse(null);
            if (name == null) {
                if (file.endsWith(".sql")) {
                    notes.add(new Note(file, "By its name it is no migration of Flyway's: a callback, perhaps.", true));
                }
                return;
            }
            boolean sql = name.extension().equals("sql");
            if (name.kind() == 'R') {
                if (sql) {
                    repeatable(file, name);
                } else {
                    notes.add(new Note(file, "It is a program, and repeatable scripts are SQL here.", true));
                }
                return;
            }
            var kind = name.kind() == 'V' ? versioned : name.kind() == 'U' ? undo : baselines;
            var other = kind.putIfAbsent(name.version(), file);
            if (other != null) {
                throw Harvest.twice("version " + name.version(), other, file);
            }
        }

        /** A baseline stands for what came before it, on new databases only; it is needed where that is gone. */
        private void baselines() {
            baselines.forEach((version, file) -> {
                boolean needed = versioned.keySet().stream()
                        .noneMatch(it -> FlywayName.VERSIONS.compare(it, version) <= 0);
                if (needed) {
                    versioned.put(version, file);
                } else {
                    notes.add(new Note(file, "It is a baseline for new databases; what it stands for is carried over "
                            + "script by script.", true));
                }
            });
        }

        private Carried script(String version, String file) {
            var name = name(file).orElseThrow();
            var origins = new ArrayList<>(List.of(file));
            var back = Optional.ofNullable(undo.remove(version));
            back.ifPresent(origins::add);
            return Carried.linear(Ids.legal(name.version()), ScriptText.message(name.words(), file),
                    NumberedName.time(version), origins, way(file), back.map(this::way));
        }

        private Way way(String file) {
            if (!file.endsWith(".sql")) {
                var program = "It is a program: write in SQL what it does.";
                notes.add(new Note(file, program, true));
                return Way.of("").todo(file + ": " + program);
            }
            var config = FlywayConfig.of(folder, file);
            config.others().forEach(key -> notes.add(new Note(file + FlywayConfig.EXTENSION,
                    "`" + key + "` means nothing here.", true)));
            var text = folder.read(file).requireClosed(destination.dialect().syntax()).text();
            return config.applyTo(Way.of(text)).outside(runsOutside(text));
        }

        /** Flyway itself runs scripts without a transaction that have statements which cannot be in one. */
        private boolean runsOutside(String text) {
            var dialect = destination.dialect();
            var statements = Statements.of(text, dialect.syntax());
            return statements.stream().anyMatch(it -> dialect.rules().refusal(it, true).isPresent())
                    && statements.stream().noneMatch(it -> dialect.rules().refusal(it, false).isPresent())
                    && statements.stream().noneMatch(it -> TransactionControl.of(it).isPresent());
        }

        private void repeatable(String file, FlywayName name) {
            var own = (name.words().isEmpty() ? "repeatable" : Ids.legal(name.words())) + ".sql";
            var script = new Repeated(own, file, way(file));
            var other = repeatables.putIfAbsent(own, script);
            if (other != null) {
                throw Harvest.twice("the repeatable script '" + name.words() + "'", other.origin(), file);
            }
        }
    }
}
