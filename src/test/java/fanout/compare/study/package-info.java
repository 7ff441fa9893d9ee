/**
 * The validation study: how often the verdict rule is right on synthetic runs whose truth is known, and how often the
 * rules that others use are.
 *
 * <pre>
 * Scenario -> Runs -> Pair -> Rule -> Cell -> Study -> StudyJson, StudyTables -> results/validation, README.md
 * </pre>
 *
 * {@link fanout.compare.study.ValidationStudy} runs all of it, {@link fanout.compare.study.BoundsTest} a part of it in
 * every build.
 */
package fanout.compare.study;
