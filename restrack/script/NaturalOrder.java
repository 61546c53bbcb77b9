package restrack.script;

import java.util.Comparator;

/** Orders names as people do: runs of digits by their number, so that {@code V9} comes before {@code V10}. */
public final class NaturalOrder implements Comparator<String> {
    /** The only one. */
    public static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {
    }

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endOfA = endOfDigits(a, i);
                int endOfB = endOfDigits(b, j);
                int order = compareNumbers(a, i, endOfA, b, j, endOfB);
                if (order != 0) {
                    return order;
                }
                i = endOfA;
                j = endOfB;
            } else if (a.charAt(i) != b.charAt(j)) {
                return Integer.compare(rank(a.charAt(i)), rank(b.charAt(j)));
            } else {
                i++;
                j++;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    /** An underscore ends a version, and {@code V1__x} comes before {@code V1_1__y} and {@code V1.1__y}. */
    private static int rank(char c) {
        return c == '_' ? 0 : c;
    }

    private static int compareNumbers(String a, int i, int endOfA, String b, int j, int endOfB) {
        while (i < endOfA - 1 && a.charAt(i) == '0') {
            i++;
        }
        while (j < endOfB - 1 && b.charAt(j) == '0') {
            j++;
        }
        if (endOfA - i != endOfB - j) {
            return Integer.compare(endOfA - i, endOfB - j);
        }
        for (; i < endOfA; i++, j++) {
            if (a.charAt(i) != b.charAt(j)) {
                return Character.compare(a.charAt(i), b.charAt(j));
            }
        }
        return 0;
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
