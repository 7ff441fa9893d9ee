package fanout.benchmark;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a benchmark that older JVMs can't run: there it is left out of the run, with one line, and does not fail. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresJava {
    /** The feature version of the oldest JVM that will do. */
    int value();
}
