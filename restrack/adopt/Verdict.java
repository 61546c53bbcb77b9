package restrack.adopt;

import java.util.List;
import java.util.Optional;
import restrack.autogenerate.Alignment;
import restrack.graph.Revision;
import restrack.schema.Described;
import restrack.schema.Schema;

/** What has been found out about a database that is to be adopted. */
public sealed interface Verdict {
    /** {@return what a person should know, as sentences} */
    List<String> notes();

    /** There is nothing to adopt: the database is new, or recorded already. */
    record Nothing(List<String> notes) implements Verdict {
        /** The list is copied. */
        public Nothing {
            notes = List.copyOf(notes);
        }
    }

    /**
     * It is known what the database is.
     *
     * @param adopted   what is going to be recorded, in the order of an upgrade
     * @param alignment what is going to be done to the database before; nothing if that was not asked for
     * @param seen      what the decision rests on
     * @param notes     what a person should know
     */
    record Known(List<Adopted> adopted, Optional<Alignment> alignment, Seen seen, List<String> notes)
            implements Verdict {
        /** The lists are copied. */
        public Known {
            adopted = List.copyOf(adopted);
            notes = List.copyOf(notes);
        }
    }

    /**
     * The database is not what it was taken for, or nothing that the scripts make.
     *
     * @param nearest     the newest revisions of what it is nearest to, or was said to be
     * @param differences what would have to be done to it
     * @param notes       what a person should know
     */
    record Apart(List<Revision> nearest, List<Described> differences, List<String> notes) implements Verdict {
        /** The lists are copied. */
        public Apart {
            nearest = List.copyOf(nearest);
            differences = List.copyOf(differences);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A revision that is going to be recorded.
     *
     * @param revision the revision
     * @param origin   what its record says of where it comes from
     */
    record Adopted(Revision revision, String origin) {
    }

    /**
     * What was looked at, to be looked at again under the lock.
     *
     * @param schema    the whole schema
     * @param histories what other tools said
     */
    record Seen(Schema schema, List<ForeignHistory> histories) {
        /** The list is copied. */
        public Seen {
            histories = List.copyOf(histories);
        }
    }
}
