package fanout.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that computes on all cores, or that looks at the CPU time of processes. The build runs such tests one by one,
 * after all others, and with all JIT compilers. See {@link Slow}.
 */
@Tag("alone")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsAllCores {}
