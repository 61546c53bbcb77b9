package restrack.wanted.entity;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;
import restrack.ErrorKind;
import restrack.MigrateException;

/** A source as the compiler gets it: with the toolkit's imports, where it does not say where annotations come from. */
final class ModelSource extends SimpleJavaFileObject {
    private static final String IMPORTS = "import jakarta.persistence.*; import java.math.*; import java.time.*; "
            + "import java.util.*; ";
    private static final String RENAMED = "import restrack.Renamed; ";
    private static final Pattern PACKAGE = Pattern.compile(
            "\\A(?:\\s++|//[^\\n]*+|/\\*(?s:.*?)\\*/)*+package\\s[^;]*;");
    private static final Pattern OWN_IMPORTS = Pattern.compile("^\\s*import\\s+jakarta\\.persistence\\.",
            Pattern.MULTILINE);
    private static final Pattern OWN_RENAMED = Pattern.compile("@interface\\s+Renamed\\b|\\.Renamed\\s*;");

    private final Path file;
    private final String text;
    private final int importsAt;

    private ModelSource(Path file, Path place, String text) {
        super(place.toUri(), Kind.SOURCE);
        this.file = file;
        this.text = text;
        var declaration = PACKAGE.matcher(text);
        this.importsAt = declaration.find() ? declaration.end() : 0;
    }

    /**
     * {@return a source}
     *
     * @param file   the file as the user named it
     * @param folder what that is relative to
     * @throws MigrateException {@code file_error} if it cannot be read
     */
    static ModelSource read(Path file, Path folder) {
        try {
            var text = Files.readString(folder.resolve(file));
            return new ModelSource(file, folder.resolve(file), text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (MalformedInputException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, file + " is not in UTF-8.", "Save it in UTF-8.", e);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, file + " cannot be read: " + e.getMessage() + ".", "", e);
        }
    }

    /** {@return the file as the user named it} */
    Path file() {
        return file;
    }

    /** {@return a line of it, without what indents it} */
    String line(long number) {
        return text.lines().skip(number - 1).findFirst().orElse("").strip();
    }

    /** The name of a file need not be that of a class in it. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return true;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        if (OWN_IMPORTS.matcher(text).find() || file.endsWith("package-info.java")) {
            return text;
        }
        var imports = OWN_RENAMED.matcher(text).find() ? IMPORTS : IMPORTS + RENAMED;
        return text.substring(0, importsAt) + imports + text.substring(importsAt);
    }
}
