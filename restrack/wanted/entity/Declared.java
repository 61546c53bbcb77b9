package restrack.wanted.entity;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.Serial;

/**
 * Ends the compiler's work when it knows all declarations and would begin with the bodies of methods. Those say nothing
 * about tables, take time, and may call what only the application's build generates.
 */
final class Declared extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private Declared() {
        super("All declarations are known.", null, false, false);
    }

    /** Lets a task, whose sources have been parsed, get to know their declarations. */
    static void in(JavacTask task) throws IOException {
        task.addTaskListener(new TaskListener() {
            @Override
            public void started(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.ANALYZE) {
                    throw new Declared();
                }
            }
        });
        try {
            task.analyze();
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof Declared)) {
                throw e;
            }
        }
    }
}
