package restrack.adopt.scripts;

import java.nio.file.Path;
import restrack.database.Dialect;

/**
 * What the scripts are going to be a part of.
 *
 * @param folder       the folder of our scripts
 * @param shown        the folder as the user wrote it, for messages
 * @param dialect      how the database speaks that they are for
 * @param placeholders whether <code>${name}</code> is replaced in our scripts
 */
public record Destination(Path folder, String shown, Dialect dialect, boolean placeholders) {
}
