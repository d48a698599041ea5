import type { AnalysisResult } from './answer.js';
import type { ExtensionsResult, StrengthResult } from './doubt-answer.js';
import { counted, figure, listed } from '../told/english.js';
import type { Page } from '@standoff/document';
import { percent } from '../told/worlds-words.js';
import type { Words } from '../told/words.js';

const MEANINGS: Readonly<Record<ExtensionsResult['extensions'][number]['extension'], string>> = {
  a: 'moves also to what it cannot compare, and fears only what it knows to be no better',
  b: 'moves only for what it knows to be better, and fears only what it knows to be no better',
  c: 'moves also to what it cannot compare, and fears that as well',
  d: 'moves only for what it knows to be better, and fears what it cannot compare as well',
};

/** What would hold where preferences are not fully known, by the attitude to not knowing. */
export function extensionsSection(page: Page, words: Words, { extensions }: AnalysisResult): void {
  if (!extensions) return;
  page.heading('Where preferences are not fully known');
  const unsure = Object.entries(extensions.unknown).filter(([, share]) => share > 0);
  if (unsure.length === 0) {
    page.line(
      'Nothing is left open about any decision maker, so that all attitudes come to the same.',
      { indent: 2 },
    );
    return;
  }
  page.line(
    `Not known, of all pairs of states: ${unsure.map(([actor, share]) => `${percent(share)} for ${words.actor(actor)}`).join(', ')}. States that would hold if every decision maker`,
    { indent: 2 },
  );
  for (const { extension, count, statusQuo } of extensions.extensions) {
    page.line(
      `${page.style.strong(extension)}  ${MEANINGS[extension]}: ${Object.entries(count)
        .map(([concept, states]) => `${concept} ${figure(states)}`)
        .join(
          ', ',
        )}; today’s state ${statusQuo.length > 0 ? `among them (${statusQuo.join(' ')})` : 'not among them'}`,
      { indent: 4, hang: 3 },
    );
  }
  if (extensions.extensions.length > 1)
    page.line(
      `Whatever the attitude: ${Object.entries(extensions.held)
        .map(
          ([concept, { all, some }]) => `${concept} ${figure(all)} (${figure(some)} more by some)`,
        )
        .join(', ')}.`,
      { indent: 2 },
    );
  if (extensions.equilibria.length > 0)
    page.line('The nearest of those that hold throughout:', { indent: 2 });
  for (const { state, concepts } of extensions.equilibria.slice(0, SHOWN))
    page.line(page.style.strong(words.called(state)), {
      indent: 4,
      margin: `#${state.name.decimal}  ${concepts.join(' ')}`,
    });
}

/** How strong the deterrents are that hold what would hold. */
export function strengthSection(page: Page, words: Words, { strength }: AnalysisResult): void {
  if (!strength) return;
  page.heading('How strongly it is held');
  if (strength.degrees === 1) {
    page.line(
      'The model says of no preference that it is strong (“strongly”, “>>”, “much from”), so that every deterrent counts as weak.',
      { indent: 2 },
    );
    return;
  }
  page.line(
    `Preferences have degrees from 1 to ${strength.degrees}. A deterrent is strong if whoever moves risks what is much worse, by degree 2 or more.`,
    { indent: 2 },
  );
  counts(page, strength.count);
  for (const { state, level } of strength.equilibria.slice(0, SHOWN))
    page.line(`${page.style.strong(words.called(state))}: ${levelWords(level)}`, {
      indent: 4,
      hang: 2,
      margin: `#${state.name.decimal}`,
    });
  for (const { extension, count } of strength.hybrid ?? []) {
    page.line(
      `Where what is not known counts as unknown, and every decision maker takes extension ${extension} (“nobody has a better move” is then: nobody would move):`,
      { indent: 2 },
    );
    counts(page, count);
  }
}

function counts(page: Page, count: StrengthResult['count']): void {
  for (const [concept, { strong, weak, noBetterMove }] of Object.entries(count))
    page.line(
      `${page.style.strong(concept)}: ${figure(strong)} held by strong deterrents, ${figure(weak)} by weak ones only, ${figure(noBetterMove)} because nobody has a better move`,
      { indent: 4, hang: 2 },
    );
}

const SHOWN = 8;

function levelWords(level: StrengthResult['equilibria'][number]['level']): string {
  const deterred = Object.entries(level).filter(([, degree]) => degree !== null);
  if (deterred.length === 0) return 'nobody has a better move';
  return listed(
    deterred.map(([concept, degree]) =>
      degree === 0 ? `${concept} without a loss` : `${concept} by ${counted(degree!, 'degree')}`,
    ),
  );
}
