package restrack.cli;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import restrack.apply.Advance;

/** A bar with rate and time left, on the last line of a terminal. What is done at once gets none. */
final class BatchBar implements BatchDisplay {
    private static final long SILENT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int REDRAW_MILLIS = 200;
    private static final int USUAL_WIDTH = 80;

    private static final DecimalFormat RATE = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));

    private final Line line;
    private String place = "";
    private long began;
    private ProgressBar bar;

    BatchBar(PrintWriter err, String columns) {
        int width = columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
        // In the last column some terminals begin a new line.
        this.line = new Line(err, width - 1);
    }

    @Override
    public void show(Advance advance) {
        if (!advance.place().equals(place) || advance.rows() == advance.earlier()) {
            end();
            place = advance.place();
            began = System.nanoTime();
        }
        if (bar == null && System.nanoTime() - began >= SILENT_NANOS) {
            bar = new ProgressBarBuilder().setTaskName(advance.table()).setInitialMax(advance.all())
                    .setStyle(ProgressBarStyle.ASCII).showSpeed(RATE).setUpdateIntervalMillis(REDRAW_MILLIS)
                    .startsFrom(advance.rows(), Duration.ZERO).setConsumer(line).build();
        }
        if (bar != null) {
            bar.maxHint(advance.all());
            bar.stepTo(advance.rows());
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
            line.clear();
        }
    }

    /** The line that is drawn again and again. */
    private static final class Line implements ProgressBarConsumer {
        private final PrintWriter err;
        private final int width;

        Line(PrintWriter err, int width) {
            this.err = err;
            this.width = width;
        }

        @Override
        public int getMaxRenderedLength() {
            return width;
        }

        @Override
        public void accept(String rendered) {
            err.print("\r" + rendered);
            err.flush();
        }

        @Override
        public void clear() {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
