/**
 * The numbers of a model and of answers, by what they count: these stand in the JSON Schemas too.
 */

/** @asType integer */
export type Integer = number;

/**
 * A whole number from 0.
 * @asType integer
 * @minimum 0
 */
export type Count = number;

/**
 * A whole number from 1.
 * @asType integer
 * @minimum 1
 */
export type Positive = number;

/**
 * From 0 to 1.
 * @minimum 0
 * @maximum 1
 */
export type Proportion = number;

/**
 * From 0, not whole as a rule.
 * @minimum 0
 */
export type Amount = number;

/**
 * A whole number from 0 of any length.
 * @pattern ^[0-9]+$
 */
export type Digits = string;
