package restrack.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that only the user can write. What lies in it is run as code, so a folder that someone else owns or
 * may write is not used at all.
 *
 * @param path the folder
 */
public record PrivateFolder(Path path) {
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** {@return the folder, made with mode 0700 if it was missing} Empty if it is not private or cannot be written. */
    public static Optional<PrivateFolder> open(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, mode(path));
            }
            return isPrivate(path.toRealPath()) ? Optional.of(new PrivateFolder(path.toRealPath())) : Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] mode(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }

    /** Windows keeps the folders of users apart by itself; elsewhere the mode and the owner tell. */
    private static boolean isPrivate(Path folder) throws IOException {
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view == null) {
            return true;
        }
        var attributes = view.readAttributes();
        if (attributes.permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
            return false;
        }
        // A file made now is ours, under whatever name the system knows us.
        var probe = Files.createTempFile(folder, "probe", null);
        try {
            return Files.getOwner(probe).equals(attributes.owner());
        } finally {
            Files.delete(probe);
        }
    }

    /** Writes a file that appears whole or not at all, also when two processes write it at once. */
    public void write(String name, byte[] contents) throws IOException {
        var temporary = Files.createTempFile(path, name, ".part");
        try {
            Files.write(temporary, contents);
            Files.move(temporary, path.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
