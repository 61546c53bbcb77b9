package restrack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a model what its table or column was called before, so that its rows are kept. It may stay there for ever:
 * once no database has the old name, it has no effect. An application that does not have this toolkit on its class path
 * can declare an annotation of this name itself.
 */
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Renamed {
    /** {@return the old name of the table or column, as the database has it} */
    String value();
}
