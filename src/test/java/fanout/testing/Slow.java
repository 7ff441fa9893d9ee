package fanout.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that waits or computes for about a second or more. {@code ./mvnw test -Pfast} leaves it out, and so it does
 * what has one of the three other marks: {@link NeedsJvm}, {@link NeedsBrowser} and {@link NeedsAllCores}.
 */
@Tag("slow")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Slow {}
