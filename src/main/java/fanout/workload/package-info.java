/**
 * Defines one op: a batch of requests, and the verification of their answers.
 *
 * <p>In come the numbers of a batch (requests, concurrency), and each answer as its status and bytes. Out goes a
 * verified {@link fanout.workload.Batch}, or a {@link fanout.workload.BatchFailedException} that names the first
 * request that failed.
 *
 * <p>Read {@link fanout.workload.Workload} first, then {@code Batch}, and {@link fanout.workload.UserBody}, which is
 * what the mock server sends and what every client checks.
 *
 * <p>Each op pays for the verification, and every strategy pays for the same one. This package may import
 * {@code record} only, which declares the parameters of the benchmarks.
 */
package fanout.workload;
