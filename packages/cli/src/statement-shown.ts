import type { Statement } from '@standoff/evidence/anchor';

const KINDS: Readonly<Record<Statement['kind'], string>> = {
  can: 'what somebody can do',
  wants: 'a wish',
  threatens: 'a threat',
  offers: 'an offer',
  promises: 'a promise',
  demands: 'a demand',
  assures: 'an assurance',
  says: 'something said',
  happened: 'something that happened',
};

/** "a threat, claimed by the operator" */
export function statementText({ kind, by, strength }: Statement): string {
  const said = [strength ?? '', by === null ? '' : `by ${by}`].filter((part) => part !== '');
  return `${KINDS[kind]}${said.length > 0 ? `, ${said.join(' ')}` : ''}`;
}
