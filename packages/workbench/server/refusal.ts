/** Why a request is not answered, in words that may be sent to whoever asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** @param status an HTTP status */
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
