package tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk with little room, which every user can write to.
 *
 * @param path where it is
 */
public record SmallDisk(Path path) implements AutoCloseable {
    /** {@return whether there is one now} Where this user may not mount anything, there is none. */
    public boolean mount(String size) throws IOException {
        Files.createDirectories(path);
        return run("mount", "-t", "tmpfs", "-o", "mode=1777,size=" + size, "tmpfs", path.toString());
    }

    /** Makes room. */
    public void grow(String size) {
        run("mount", "-o", "remount,size=" + size, path.toString());
    }

    @Override
    public void close() {
        run("umount", path.toString());
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
