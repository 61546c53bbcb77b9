package restrack.adopt.scripts;

/**
 * Something of a tool's script that is not carried over, or not as it was.
 *
 * @param file    the file that it is about, relative to the folder of that tool
 * @param message what, as a sentence
 * @param lost    whether it is not carried over at all; otherwise it is, and there is something to know about it
 */
public record Note(String file, String message, boolean lost) {
}
