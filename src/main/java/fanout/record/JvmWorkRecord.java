package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a fork's JVM did beside the benchmark during an iteration and since the one before. A number is null where it is
 * not known.
 *
 * @param compilationMillis time of the JIT compilers, all threads together
 * @param compiledMethods how many more compiled methods there are, at least 0
 * @param collections of garbage
 * @param collectionMillis their time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record JvmWorkRecord(Long compilationMillis, Long compiledMethods, Long collections, Long collectionMillis) {}
