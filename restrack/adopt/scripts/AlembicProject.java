package restrack.adopt.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import restrack.script.TextFile;

/**
 * The folders of an Alembic project.
 *
 * @param ini      its {@code alembic.ini}, without which its program cannot be run
 * @param versions the folders of its revisions
 */
record AlembicProject(Optional<Path> ini, List<Path> versions) {
    private static final String INI = "alembic.ini";
    private static final String ENV = "env.py";

    /** {@return the project of a folder: the one with alembic.ini, the one with env.py, or the one with revisions} */
    static AlembicProject of(Path given) {
        var dir = given.toAbsolutePath().normalize();
        if (Files.isRegularFile(dir.resolve(INI))) {
            return ofIni(dir.resolve(INI));
        }
        if (Files.isRegularFile(dir.resolve(ENV))) {
            return new AlembicProject(iniAbove(dir), List.of(dir.resolve("versions")));
        }
        var parent = dir.getParent();
        return new AlembicProject(parent != null && Files.isRegularFile(parent.resolve(ENV)) ? iniAbove(parent)
                : Optional.empty(), List.of(dir));
    }

    private static Optional<Path> iniAbove(Path folder) {
        return Optional.ofNullable(folder.getParent()).map(it -> it.resolve(INI)).filter(Files::isRegularFile);
    }

    private static AlembicProject ofIni(Path ini) {
        var here = ini.getParent();
        var text = TextFile.read(ini, ini);
        var folders = new ArrayList<Path>();
        setting(text, "version_locations").ifPresent(all -> {
            for (var one : all.split("[\\s,;]+")) {
                folders.add(resolve(here, one));
            }
        });
        if (folders.isEmpty()) {
            folders.add(resolve(here, setting(text, "script_location").orElse("alembic")).resolve("versions"));
        }
        return new AlembicProject(Optional.of(ini), List.copyOf(folders));
    }

    private static Optional<String> setting(String ini, String name) {
        var found = Pattern.compile("(?m)^" + name + "\\s*[=:][ \\t]*(\\S.*)$").matcher(ini);
        return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
    }

    private static Path resolve(Path here, String written) {
        return here.resolve(written.replace("%(here)s", here.toString())).normalize();
    }

    /** {@return whether there are folders of revisions} */
    boolean exists() {
        return versions.stream().anyMatch(Files::isDirectory);
    }
}
