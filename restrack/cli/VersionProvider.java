package restrack.cli;

import picocli.CommandLine.IVersionProvider;
import restrack.Version;

/** What {@code -V} prints. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Version.VERSION};
    }
}
