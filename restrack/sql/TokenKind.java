package restrack.sql;

/** What a token is. */
public enum TokenKind {
    /** White space, line ends included; also a byte order mark. */
    SPACE,
    /** A comment up to the end of its line, without the line end. */
    LINE_COMMENT,
    /** A comment between {@code /*} and its end. */
    BLOCK_COMMENT,
    /** A keyword or a name without quotes. */
    WORD,
    /** The same, where the database reads names without quotes in small letters. */
    FOLDED_WORD,
    /** A name in quotes: {@code "x"}, and where the syntax has them {@code `x`} and {@code [x]}. */
    QUOTED_NAME,
    /** Text in single quotes. */
    STRING,
    /** Bytes in hex: {@code x'0aff'}. */
    BLOB,
    /** A number. */
    NUMBER,
    /** A place for a value: {@code ?}, {@code ?1}, {@code :a}, {@code @a}, {@code $a}. */
    PARAMETER,
    /** An operator or a punctuation mark. */
    SYMBOL,
    /**
     * What begins or ends a comment that the database runs: {@code /*!50003} and the {@code *}{@code /} of it. What
     * stands between them is tokens like any other.
     */
    CONDITION,
    /** What a script has named as the end of its statements instead of {@code ;}, and the line that names it. */
    DELIMITER,
    /** What no statement may contain: something that is not closed, or a character that means nothing. */
    BAD
}
