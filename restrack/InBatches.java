package restrack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of {@link Migration#up} or {@link Migration#down} that it goes through tables in batches. It then does nothing
 * but call {@link Op#batches}; each batch is a transaction of its own, and after an interruption the method is called
 * again and goes on with the batch that comes next.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InBatches {
}
