export type CaseProblem =
  | 'not-found'
  | 'not-a-file'
  | 'outside'
  | 'file-too-large'
  | 'not-text'
  | 'unreadable'
  | 'unwritable'
  /** What was to be made is there already. */
  | 'exists'
  /** Somebody else wrote meanwhile. */
  | 'changed'
  /** Somebody else is writing. */
  | 'busy';

/** Why a file cannot be read or written, in words for the user. What stood there is as it was. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
  constructor(
    readonly code: CaseProblem,
    message: string,
    readonly hint: string | null = null,
    /** What the system said, such as ENOSPC. */
    readonly system: string | null = null,
  ) {
    super(message);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder is gone',
  ENOTDIR: 'a file stands where its folder should be',
  ESTALE: 'its folder is gone',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ERR_INVALID_ARG_VALUE: 'the name has a zero byte',
};

export function unreadable(name: string, error: unknown): CaseError {
  return told('unreadable', `${name} cannot be read`, error);
}

export function unwritable(name: string, error: unknown): CaseError {
  return told('unwritable', `${name} cannot be written`, error);
}

/** @param what such as "x cannot be read"; the reason is put behind it */
export function told(code: CaseProblem, what: string, error: unknown): CaseError {
  if (error instanceof CaseError) return error;
  const system = codeOf(error);
  // What is no answer of the system is a fault of ours.
  if (system === undefined || (system.startsWith('ERR_') && !(system in REASONS))) throw error;
  return new CaseError(code, `${what}: ${REASONS[system] ?? system}`, null, system);
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
