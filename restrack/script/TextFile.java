package restrack.script;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Reads files of text: UTF-8, and nothing else. */
public final class TextFile {
    private TextFile() {
    }

    /**
     * {@return the text of a file, without a byte order mark}
     *
     * @param path  the file
     * @param shown the file as the user would name it
     * @throws MigrateException {@code file_error} where it cannot be read, {@code bad_script} where it is not UTF-8
     */
    public static String read(Path path, Path shown) {
        byte[] bytes;
        // For thousands of small files the older stream is markedly faster than Files.readAllBytes.
        try (var in = new FileInputStream(path.toFile())) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            if (!Files.exists(path)) {
                throw new MigrateException(ErrorKind.FILE_ERROR, "There is no file " + shown + ".", "", e);
            }
            throw new MigrateException(ErrorKind.FILE_ERROR, shown + " cannot be read: " + e.getMessage() + ".",
                    "Check its permissions.", e);
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            requireUtf8(bytes, shown);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void requireUtf8(byte[] bytes, Path shown) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new MigrateException(ErrorKind.BAD_SCRIPT, shown + " is not UTF-8.", "Save it as UTF-8.", e);
        }
    }
}
