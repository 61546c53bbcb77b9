package restrack.sql;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a database's SQL has that another's has not.
 *
 * @param traits   the peculiarities of its tokens
 * @param compound which of its statements contain others
 */
public record Syntax(Set<Trait> traits, Compound compound) {
    /** A peculiarity of tokens. */
    public enum Trait {
        /** {@code [x]} is a name. */
        BRACKET_NAMES,
        /** {@code `x`} is a name. */
        BACKTICK_NAMES,
        /** A backslash in a string takes the character after it as it is. */
        BACKSLASH_ESCAPES,
        /** {@code #} begins a comment up to the end of the line. */
        HASH_COMMENTS,
        /** A block comment may contain block comments. */
        NESTED_COMMENTS,
        /** A block comment at the end of the text need not be closed. */
        OPEN_COMMENT_AT_END,
        /** {@code $$x$$} and {@code $tag$x$tag$} are strings. */
        DOLLAR_QUOTES,
        /** {@code E'x'} is a string in which a backslash takes the character after it as it is. */
        ESCAPE_STRINGS,
        /** Operators are made of any of {@code + - * / < > = ~ ! @ # % ^ & | ` ?}, and there is {@code ::}. */
        FREE_OPERATORS,
        /** A name without quotes is read in small letters. */
        FOLDED_NAMES,
        /** A backslash begins a command of the database's own program, up to the end of the line. */
        BACKSLASH_COMMANDS,
        /** {@code "x"} is a string. */
        DOUBLE_QUOTED_STRINGS,
        /** {@code --} begins a comment only before white space: {@code 5--2} is 7. */
        SPACED_LINE_COMMENTS,
        /** {@code /*! … *}{@code /} and {@code /*M! … *}{@code /} run. */
        CONDITIONAL_COMMENTS,
        /** {@code @x} and {@code @@x} are words and no parameters, {@code :=} is an operator, {@code $} a letter. */
        AT_VARIABLES,
        /** A line {@code DELIMITER //} says what ends the statements behind it. */
        DELIMITER_LINES
    }

    /** {@return the syntax with these peculiarities} */
    public static Syntax of(Compound compound, Trait... traits) {
        var set = EnumSet.noneOf(Trait.class);
        set.addAll(Arrays.asList(traits));
        return new Syntax(Collections.unmodifiableSet(set), compound);
    }

    /** {@return whether it has that peculiarity} */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
