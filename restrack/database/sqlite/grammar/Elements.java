package restrack.database.sqlite.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/** The elements of a list in a text: what goes with them, and where others are put. */
final class Elements {
    private static final String INDENT = "    ";

    private final String text;
    private final List<Token> tokens;

    Elements(String text) {
        this.text = text;
        this.tokens = Tokens.of(text, SqliteSyntax.SQLITE);
    }

    /**
     * Where new elements go.
     *
     * @param at        the place
     * @param comma     whether a comma stands before it already
     * @param separator the white space that is due before a new element
     */
    record Place(int at, boolean comma, String separator) {
    }

    /** {@return what must be cut out of the text, so that some elements are gone} See {@link Edits#removeElements}. */
    List<Span> without(List<Span> siblings, Collection<Span> out) {
        if (!siblings.containsAll(out)) {
            throw new IllegalArgumentException("Not all of " + out + " are among " + siblings);
        }
        var cuts = new ArrayList<Span>();
        for (int i = 0; i < siblings.size(); i++) {
            if (out.contains(siblings.get(i))) {
                int first = i;
                while (i + 1 < siblings.size() && out.contains(siblings.get(i + 1))) {
                    i++;
                }
                Optional<Gap> before = first == 0 ? Optional.empty()
                        : Optional.of(Gap.behind(siblings.get(first - 1), tokens));
                List<Span> run = siblings.subList(first, i + 1);
                cuts.addAll(i + 1 == siblings.size() ? tail(before, run) : run(before, run));
            }
        }
        return joined(cuts).stream().map(this::keepingLineEnd).toList();
    }

    /** The cuts for neighbours with others behind them. */
    private List<Span> run(Optional<Gap> before, List<Span> run) {
        var cuts = new ArrayList<Span>();
        boolean comma = before.isEmpty() || before.get().comma().isPresent();
        for (int i = run.size() - 1; i >= 0; i--) {
            var gap = Gap.behind(run.get(i), tokens);
            // Without a comma before them, theirs is what keeps those on both sides apart.
            boolean keep = !comma && gap.comma().isPresent();
            cuts.add(new Span(ownStart(run.get(i)), keep ? gap.comma().get().offset() : gap.nextBegins()));
            comma |= keep;
        }
        return cuts;
    }

    /** The cuts for those at the end of the list. */
    private List<Span> tail(Optional<Gap> before, List<Span> run) {
        var cuts = new ArrayList<Span>();
        for (Span element : run) {
            cuts.add(new Span(beforeSpace(ownStart(element)), Gap.behind(element, tokens).ownEnd()));
        }
        before.flatMap(Gap::comma).ifPresent(comma -> {
            // One that begins a line takes the line end with it, if what followed on its line is gone.
            boolean alone = cuts.get(0).start() == comma.end();
            cuts.add(new Span(alone ? beforeSpace(comma.offset()) : comma.offset(), comma.end()));
        });
        return cuts;
    }

    /** {@return what must be cut out, so that words between others are gone} See {@link Edits#removeWords}. */
    Span words(Span span) {
        boolean apart = span.end() == text.length() || " \t\r\n\f),;".indexOf(text.charAt(span.end())) >= 0;
        return apart ? keepingLineEnd(new Span(beforeSpace(span.start()), span.end())) : span;
    }

    /**
     * {@return where elements go that come behind one} See {@link Edits#addElements}.
     *
     * @param gone whether a comma is removed
     */
    Place behind(Span element, Predicate<Span> gone) {
        var gap = Gap.behind(element, tokens);
        boolean comma = gap.commaOnLine() && gap.comma().filter(it -> !gone.test(Reader.span(List.of(it)))).isPresent();
        boolean commented = gap.comma().isPresent() && gap.commaOnLine() && gap.ownEnd() > gap.comma().get().end();
        int at = comma || commented ? gap.ownEnd() : gap.commentsBefore();
        int start = ownStart(element);
        String before = text.substring(beforeSpace(start), start);
        int line = before.lastIndexOf('\n');
        return new Place(at, comma, line >= 0 ? before.substring(line) : endsLineComment(at) ? "\n" + INDENT : " ");
    }

    /** Where an element begins with the comments before it on its line, which are its own. */
    private int ownStart(Span element) {
        int start = element.start();
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.offset() < element.start()) {
                if (!token.isSpaceOrComment() || token.text().indexOf('\n') >= 0) {
                    break;
                }
                start = token.isComment() ? token.offset() : start;
            }
        }
        return start;
    }

    /** The end of what stands before the white space before a place. */
    private int beforeSpace(int place) {
        int start = place;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).end() == start && tokens.get(i).kind() == TokenKind.SPACE) {
                start = tokens.get(i).offset();
            }
        }
        return start;
    }

    /** The cut without its line end, where a comment before it would run on into what stands behind it. */
    private Span keepingLineEnd(Span cut) {
        boolean ends = tokens.stream().dropWhile(it -> it.offset() < cut.end())
                .takeWhile(it -> it.kind() == TokenKind.SPACE).anyMatch(it -> it.text().indexOf('\n') >= 0);
        boolean keep = !ends && endsLineComment(cut.start()) && cut.end() < text.length() && !cut.isEmpty();
        return keep ? new Span(cut.start() + 1, cut.end()) : cut;
    }

    private boolean endsLineComment(int place) {
        return tokens.stream().anyMatch(it -> it.end() == place && it.kind() == TokenKind.LINE_COMMENT);
    }

    /** Those that touch are made one. */
    private static List<Span> joined(List<Span> cuts) {
        var joined = new ArrayList<Span>();
        for (Span cut : cuts.stream().sorted(Comparator.comparing(Span::start)).toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).end() >= cut.start()) {
                joined.set(last, new Span(joined.get(last).start(), Math.max(joined.get(last).end(), cut.end())));
            } else {
                joined.add(cut);
            }
        }
        return joined;
    }
}
