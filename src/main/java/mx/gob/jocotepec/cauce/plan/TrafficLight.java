package mx.gob.jocotepec.cauce.plan;

/** The light (semáforo) of a figure, judged by the unrounded percentage. */
public enum TrafficLight {
    /** Well over what was planned: the plan was too low, or the count is wrong. */
    BLUE,
    GREEN,
    AMBER,
    RED,
    /** Nothing to judge: N/A, or a quarter that has not begun. */
    NONE
}
