/**
 * The studies: programs that write published tables. None of them is part of a build; each has a {@code main}:
 *
 * <pre>./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.ValidationStudy</pre>
 *
 * <ul>
 *   <li>{@link fanout.study.ValidationStudy} simulates runs whose truth is known, and counts how often the verdict rule
 *       is right, and how often the rules that others use are. It writes {@code results/validation} and the summary in
 *       README.md:
 *       <pre>
 * SimulatedScenario -> SimulatedPair -> Rule -> ScenarioResult -> ValidationResults -> ValidationJson, ValidationTables
 *       </pre>
 *   <li>{@link fanout.study.ConditionStudy} writes {@code results/conditions/tables.md} from the comparisons in that
 *       folder.
 *   <li>{@link fanout.study.TailStudy} writes {@code results/conditions/tail.md}: batches whose delays differ, beside
 *       the delays alone.
 *   <li>{@link fanout.study.OrderStudy} writes {@code results/orders/study.md} from the comparisons in that folder.
 *   <li>{@link fanout.study.HistoryStudy} simulates histories of many runs, and counts how often one says that
 *       something moved. It writes {@code results/validation/history.md}.
 * </ul>
 *
 * Tests in every build: {@link fanout.study.BoundsTest} repeats a part of the simulation; the classes
 * {@code Published...Test} check that what is published is what the studies would write today.
 */
package fanout.study;
