package restrack.adopt.scripts;

import java.util.List;

/**
 * What an import has done, or would do.
 *
 * @param tool    whose scripts they were
 * @param scripts the scripts, oldest first, then the repeatable ones
 * @param notes   what is not carried over, or not as it was
 */
public record Imported(Tool tool, List<Written> scripts, List<Note> notes) {
    public Imported {
        scripts = List.copyOf(scripts);
        notes = List.copyOf(notes);
    }

    /** {@return how many things were not carried over} */
    public long lost() {
        return notes.stream().filter(Note::lost).count();
    }
}
