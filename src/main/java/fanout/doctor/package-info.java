/**
 * Says what is wrong with a machine for measuring, and what helps: {@code doctor}, and the start of each {@code run}.
 *
 * <p>In come {@link fanout.doctor.Observations}: the files below {@code /proc} and {@code /sys}, and a few seconds' use
 * of the processors and times of the ruler, which {@code run} takes. Out go {@link fanout.record.Finding}s, the worst
 * first. Each check is a pure function from the one to the other; read {@link fanout.doctor.Doctor} first, which lists
 * them. A check that finds no file, or none that it understands, says {@code unknown}: that is not worth a warning.
 *
 * <p>A check gives a command only if it is the right one for what was seen. Nothing here needs more rights than a
 * reader has, starts a process, or changes the machine.
 *
 * <p>This package imports {@code record} only.
 */
package fanout.doctor;
