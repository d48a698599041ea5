/** Why a sweep cannot go on, in words for whoever began it. No password stands in it. */
export class SweepError extends Error {
  override readonly name = 'SweepError';
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}
