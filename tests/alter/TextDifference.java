package tests.alter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/**
 * What has become of a text: the words that went, the words that came, and whether all the rest, with its comments
 * and the white space between its words, is as it was.
 *
 * @param removed  the words that went, sorted
 * @param inserted the words that came, sorted
 * @param comments the comments that went or came
 * @param spaces   words that stayed side by side, with other white space between them
 */
record TextDifference(List<String> removed, List<String> inserted, List<String> comments, List<String> spaces) {
    private record Word(String text, boolean comment, String space) {
        boolean same(Word other) {
            return text.equals(other.text);
        }
    }

    static TextDifference of(String old, String now) {
        var left = words(old);
        var right = words(now);
        int start = 0;
        while (start < Math.min(left.size(), right.size()) && left.get(start).same(right.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(left.size(), right.size()) - start
                && left.get(left.size() - 1 - end).same(right.get(right.size() - 1 - end))) {
            end++;
        }
        var partner = common(left, right, start, end);
        var removed = new ArrayList<String>();
        var inserted = new ArrayList<String>();
        var comments = new ArrayList<String>();
        var spaces = new ArrayList<String>();
        var kept = new boolean[right.size()];
        for (int i = 0; i < left.size(); i++) {
            if (partner[i] < 0) {
                (left.get(i).comment() ? comments : removed).add(normal(left.get(i)));
            } else {
                kept[partner[i]] = true;
                // Of two commas on both sides of what came, either may be taken for the one that was there.
                if (i > 0 && partner[i - 1] == partner[i] - 1
                        && !left.get(i).text().equals(",") && !left.get(i - 1).text().equals(",")
                        && !left.get(i).space().equals(right.get(partner[i]).space())) {
                    spaces.add(left.get(i - 1).text() + left.get(i).space() + left.get(i).text());
                }
            }
        }
        for (int i = 0; i < right.size(); i++) {
            if (!kept[i]) {
                (right.get(i).comment() ? comments : inserted).add(normal(right.get(i)));
            }
        }
        // A word that only moved neither went nor came.
        for (var word : List.copyOf(removed)) {
            if (inserted.remove(word)) {
                removed.remove(word);
            }
        }
        comments.sort(null);
        removed.sort(null);
        inserted.sort(null);
        return new TextDifference(removed, inserted, comments, spaces);
    }

    /** {@return what is wrong with a text, where the wanted one differs from the old in other words} */
    static Optional<String> complaint(String old, String wanted, String now, boolean commentsMayGo) {
        var expected = of(old, wanted);
        var got = of(old, now);
        if (!got.spaces().isEmpty()) {
            return Optional.of("white space changed at " + got.spaces() + " in " + now);
        }
        if (!commentsMayGo && !got.comments().equals(expected.comments())) {
            return Optional.of("comments changed: " + got.comments() + " in " + now);
        }
        return expected.removed().equals(got.removed()) && expected.inserted().equals(got.inserted())
                ? Optional.empty()
                : Optional.of("expected to lose " + expected.removed() + " and to get " + expected.inserted()
                        + ", but it lost " + got.removed() + " and got " + got.inserted() + ": " + now);
    }

    /** The partner of each word of the left in a longest common subsequence, or -1. */
    private static int[] common(List<Word> left, List<Word> right, int start, int end) {
        int rows = left.size() - start - end;
        int columns = right.size() - start - end;
        var longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = left.get(start + i).same(right.get(start + j)) ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        var partner = new int[left.size()];
        Arrays.fill(partner, -1);
        for (int i = 0; i < start; i++) {
            partner[i] = i;
        }
        for (int i = 1; i <= end; i++) {
            partner[left.size() - i] = right.size() - i;
        }
        for (int i = 0, j = 0; i < rows && j < columns;) {
            if (left.get(start + i).same(right.get(start + j))) {
                partner[start + i++] = start + j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return partner;
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        var space = "";
        for (Token token : Tokens.of(text, SqliteSyntax.SQLITE)) {
            if (token.kind() == TokenKind.SPACE) {
                space += token.text();
            } else {
                words.add(new Word(token.text(), token.isComment(), space));
                space = "";
            }
        }
        return words;
    }

    /** Words that came or went are not compared by case: they may be taken from the statement. */
    private static String normal(Word word) {
        return word.text().matches("\\w+") ? word.text().toUpperCase(Locale.ROOT) : word.text();
    }
}
