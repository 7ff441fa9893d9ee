/**
 * Runs the steps of the workflows and of the action in {@code .github} as a runner of GitHub's does: each in a shell of
 * its own, with its expressions replaced, its outputs kept, and an API on loopback.
 */
package fanout.github;
