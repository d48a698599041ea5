/**
 * Individual stability concepts (theory 3.2-3.7). A state is stable for a decision maker when
 * each of its unilateral improvements meets a deterrent:
 * - Nash: none exists, there is no improvement;
 * - GMR: the others can respond so that it ends no better off;
 * - SMR: … and it cannot escape from there by a move of its own;
 * - SEQ: the others can so respond by improvements of their own, step by step;
 * - SSEQ: … and it cannot escape;
 * - SIM: the others, improving at the same time, make the joint result no better.
 */
export type StabilityConcept = 'Nash' | 'GMR' | 'SMR' | 'SEQ' | 'SSEQ' | 'SIM';

/** 1 where the state, by index, is stable. */
export type Verdicts = Uint8Array;
