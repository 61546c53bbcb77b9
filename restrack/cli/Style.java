package restrack.cli;

/** Colours, where a person looks at a terminal and has not said no ({@code --no-color}, {@code NO_COLOR}). */
record Style(boolean colors) {
    static Style of(boolean refused, Surroundings surroundings) {
        var noColor = surroundings.environment().get("NO_COLOR");
        return new Style(!refused && surroundings.terminal() && (noColor == null || noColor.isEmpty()));
    }

    String good(String text) {
        return paint("32", text);
    }

    String bad(String text) {
        return paint("31", text);
    }

    String open(String text) {
        return paint("33", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return colors && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
