package restrack.script;

import java.util.Optional;

/**
 * The ways of a SQL script.
 *
 * @param up   the way up
 * @param down the way down, if the script has one
 */
record Ways(Section up, Optional<Section> down) {
}
