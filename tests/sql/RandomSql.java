package tests.sql;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts made of fragments that have fooled readers of SQL. */
final class RandomSql {
    private static final List<String> NASTY = List.of("'", "''", "\"", "\"\"", "`", "[", "]", "x'", "X'0f'", "x'0'",
            "--", "-- migrate:down\n", "/*", "*/", "/**/", "/*/", "/*! x */", "-", "->", "->>", ";", ";;", "; END",
            "\n", "\r\n", "\t", " ", " \u000b", "\uFEFF", "(", ")", ",", ".", ".5", "1.", "1e5", "1e+", "0x1F", "0x",
            "12ab", "1_000", "?", "?7", ":a", ":", "@", "$x", "#", "!", "!=", "==", "<>", "<<", "||", "|", "~", "\\",
            "é", "😀", "\ud800", "\u0001", "CREATE", "TEMP", "TRIGGER", "BEGIN", "END", "CASE", "EXPLAIN", "a", 
            "\"end\"", "[a b]", "`c`", "'it''s'",
            "create trigger t after insert on x begin select 1; end;", "$$", "{", "}");

    private RandomSql() {
    }

    /** {@return up to thirty fragments in a row} */
    static String nasty(Random random) {
        return some(random, NASTY, random.nextInt(30));
    }

    /** {@return that many of the given, in a row, each chosen by chance} */
    static String some(Random random, List<String> fragments, int count) {
        return IntStream.range(0, count).mapToObj(i -> one(random, fragments)).collect(Collectors.joining());
    }

    /** {@return one of the given} */
    static String one(Random random, List<String> fragments) {
        return fragments.get(random.nextInt(fragments.size()));
    }
}
