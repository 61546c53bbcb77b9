package restrack.autogenerate;

import java.util.List;
import restrack.schema.Change;
import restrack.schema.Schema;

/**
 * What lies ahead of a schema.
 *
 * @param changes what has to be done
 * @param goal    what it should be then, with all that is none of the models' business
 */
record Ahead(List<Change> changes, Schema goal) {
}
