import type { Agreement, OptionLiteral } from '@standoff/model';

/** "NK.suspend, not US.meet", with an agreement in the place of all consents to it. */
export function printEffects(
  effects: readonly OptionLiteral[],
  agreements: readonly Agreement[],
): string {
  const changes = effects.map(({ option, taken }) => (taken ? option : `not ${option}`));
  return withAgreements(changes, agreements).join(', ');
}

/** Options, or what ended (`not US.treaty`), with an agreement in the place of all consents to it. */
export function withAgreements(
  changes: readonly string[],
  agreements: readonly Agreement[],
): string[] {
  const words: string[] = [];
  for (let k = 0; k < changes.length;) {
    const change = changes[k];
    const not = change.startsWith('not ') ? 'not ' : '';
    const whole = agreements.find(
      ({ consents: [first, ...others] }) =>
        `${not}${first}` === change &&
        others.every((consent, i) => changes[k + 1 + i] === `${not}${consent}`),
    );
    words.push(whole === undefined ? change : `${not}${whole.id}`);
    k += whole?.consents.length ?? 1;
  }
  return words;
}
