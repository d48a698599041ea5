import { CaseError } from '@standoff/case';

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

const STATUS: Readonly<Partial<Record<CaseError['code'], number>>> = {
  'not-found': 404,
  'file-too-large': 413,
  'not-text': 422,
  exists: 409,
  changed: 409,
  busy: 503,
};
/** It is not the request that is wrong. */
const SYSTEM_STATUS: Readonly<Record<string, number>> = {
  EMFILE: 503,
  ENFILE: 503,
  ENOSPC: 507,
  EDQUOT: 507,
  EIO: 500,
};

/** Why a file is not read or written, as an answer. */
export function refusalOf({ code, system, message }: CaseError): Refusal {
  return new Refusal(SYSTEM_STATUS[system ?? ''] ?? STATUS[code] ?? 403, message);
}
