package tests.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder to be all of PATH: the few programs of the system that the launcher needs, and beside them whatever a
 * test wants {@code java}, {@code mvn} or {@code curl} to be.
 */
final class FakeTools {
    /** Answers as JBang does. {@code say CODE WORDS…} is a command of its own; everything else is run as a script. */
    static final String JAVA = """
            #!/bin/sh
            echo "$*" >>"$0.calls"
            [ "$1" != -version ] || exit 0
            mkdir "$0.running" 2>/dev/null || echo overlap >>"$0.calls"
            sleep 0.1
            while [ "$1" != -jar ]; do
                case $1 in -XX:ArchiveClassesAtExit=*) echo classes >"${1#*=}" ;; esac
                shift
            done
            shift 2
            rmdir "$0.running" 2>/dev/null
            if [ "$1" = say ]; then shift; code=$1; shift; echo "$@"; exit "$code"; fi
            for word; do
                quoted="$quoted '$(printf '%s\\n' "$word" | sed "s/'/'\\\\\\\\''/g")'"
            done
            printf '%s\\n' "sh -c 'printf \\"<%s>\\" \\"\\$@\\"; \
            echo \\"launcher=\\$JBANG_LAUNCH_CMD\\"; cat' script$quoted"
            exit 255
            """;

    /**
     * Builds a script as JBang does, and is the Java that runs what was built: it prints its arguments and its standard
     * input, and ends with {@code EXIT}. Its calls are those of JBang alone. {@code broken} does not compile, and what
     * {@code java.meanwhile} says is done during the build.
     */
    static final String BUILDING_JAVA = """
            #!/bin/sh
            if [ "$1" = -classpath ]; then
                case $3 in -XX:ArchiveClassesAtExit=*) echo classes >"${3#*=}" ;; esac
                case $3 in -XX:*) shift ;; esac
                shift 2
                printf '<%s>' "$@"
                cat
                exit "${EXIT:-0}"
            fi
            echo "$*" >>"$0.calls"
            mkdir "$0.running" 2>/dev/null || echo overlap >>"$0.calls"
            sleep 0.1
            [ ! -f "$0.meanwhile" ] || . "$0.meanwhile"
            rmdir "$0.running" 2>/dev/null
            while [ "$1" != -jar ]; do shift; done
            source=$3
            [ -f "$source" ] || source=$3.java
            text=$(cat "$source")
            case $text in *broken*) echo "$source does not compile" >&2; exit 1 ;; esac
            built=$0.built
            mkdir -p "$built"
            echo classes >"$built/script.jar"
            [ -f "$built/library.jar" ] || echo classes >"$built/library.jar"
            way=ArchiveClassesAtExit
            [ ! -f "$built/script.jsa" ] || way=SharedArchiveFile
            option="'-XX:$way=$built/script.jsa' "
            case $text in *//CDS*) ;; *) option= ;; esac
            path=$built/script.jar:$built/library.jar
            printf "'%s' -classpath '%s' %s%s\\n" "$0" "$path" "$option" "${source##*/}"
            exit 255
            """;

    /** Fetches as Maven does: copies a file into the folder that is asked for. */
    static String maven(Path file) {
        return """
                #!/bin/sh
                echo "$*" >>"$0.calls"
                for word; do
                    case $word in -DoutputDirectory=*) cp '%s' "${word#*=}/jbang-cli-0.132.1-all.jar" ;; esac
                done
                """.formatted(file);
    }

    private static final List<String> SYSTEM = List.of("sh", "cat", "chmod", "cksum", "cp", "dirname", "ln", "mkdir",
            "mv", "rm", "rmdir", "readlink", "sed", "sha256sum", "sleep", "flock");

    private final Path folder;

    FakeTools(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (String name : SYSTEM) {
            Path found = find(name);
            if (found != null) {
                forward(name, found);
            }
        }
    }

    /** {@return where a program of this machine is; null if there is none} */
    static Path find(String name) {
        return Stream.of(System.getenv("PATH").split(":")).map(it -> Path.of(it, name))
                .filter(Files::isExecutable).findFirst().orElse(null);
    }

    FakeTools add(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, script);
        file.toFile().setExecutable(true);
        return this;
    }

    /** Adds a program of the machine. */
    FakeTools forward(String name, Path program) throws IOException {
        return add(name, "#!/bin/sh\nexec '" + program + "' \"$@\"\n");
    }

    FakeTools remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        return this;
    }

    Path folder() {
        return folder;
    }

    /** {@return the arguments of each call of a fake program, one line a call} */
    List<String> calls(String name) throws IOException {
        Path calls = folder.resolve(name + ".calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
