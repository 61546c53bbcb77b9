package restrack.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import restrack.Version;
import restrack.config.PrivateFolder;

/**
 * Compiled scripts by content: one zip file each, so that it is there whole or not at all, with checksums that
 * tell a damaged one. Never a reason to fail: what cannot be read is compiled again, what cannot be written is not.
 */
final class ClassCache {
    /** The last entry of a file; its absence tells a file that was cut off between two entries. */
    private static final String END = "end";

    private final Path folder;
    private Optional<PrivateFolder> opened;

    ClassCache(Path folder) {
        this.folder = folder;
    }

    /** {@return the name of a program's classes: a hash of all that they depend on} */
    static String key(Program program) {
        return sha256(String.join("\0", Version.VERSION, Integer.toString(Runtime.version().feature()),
                String.valueOf(program.file().getFileName()), String.join(" ", program.coordinates()),
                program.source()));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the class files kept under a key, by class name} */
    Optional<Map<String, byte[]>> find(String key) {
        return folder().map(it -> it.path().resolve(key + ".zip")).filter(Files::isRegularFile)
                .flatMap(ClassCache::read);
    }

    private static Optional<Map<String, byte[]>> read(Path file) {
        var classes = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readAllBytes();
                if (entry.getName().equals(END)) {
                    return Optional.of(classes);
                }
                classes.put(entry.getName(), bytes);
            }
        } catch (IOException | IllegalArgumentException e) {
            // Damaged: the same as missing.
        }
        return Optional.empty();
    }

    /** Keeps class files under a key. */
    void store(String key, Map<String, byte[]> classes) {
        folder().ifPresent(it -> {
            try {
                it.write(key + ".zip", pack(classes));
            } catch (IOException e) {
                // A full disk, say: the classes are in memory, and the next run compiles again.
            }
        });
    }

    private static byte[] pack(Map<String, byte[]> classes) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : classes.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
            zip.putNextEntry(new ZipEntry(END));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private synchronized Optional<PrivateFolder> folder() {
        if (opened == null) {
            opened = PrivateFolder.open(folder);
        }
        return opened;
    }
}
