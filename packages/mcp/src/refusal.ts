/** Why something is not done, and what to do instead. Anything else that is thrown is a fault of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    /** Stable and short: "unknown-case". */
    readonly code: string,
    /** What is wrong, where and why. */
    message: string,
    /** What to do. */
    readonly hint: string,
    /** What else there is to know. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
