/** Cauce: registers cases, refers them, follows every referral to its answer and counts them in the plan. */
@org.jspecify.annotations.NullMarked
package mx.gob.jocotepec.cauce;
