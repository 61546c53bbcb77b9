package restrack.apply;

import java.util.List;

/**
 * Neighbouring rows of a table.
 *
 * @param after the key before them; empty where they are the first
 * @param upTo  the greatest key that belongs to them
 * @param rows  how many they are
 * @param last  whether no row behind them is to be looked at
 */
record KeyRange(List<Object> after, List<Object> upTo, long rows, boolean last) {
}
