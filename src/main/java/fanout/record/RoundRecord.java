package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A complete round of a run that goes on until it is decided.
 *
 * @param round from 1
 * @param seconds that the run had taken by its end, earlier sessions included
 * @param undecided how many comparisons were not decided by then; null where nobody looked, before the third round
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record RoundRecord(int round, double seconds, Integer undecided) {}
