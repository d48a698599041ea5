import type { AgreementAnswer, AgreementsResult, PartyAnswer } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { holdOf } from '../concepts.js';
import { counted, figure } from '../english.js';
import { Page, type TextOptions, references } from '@standoff/document';
import { titleLine } from '../title.js';
import { Words } from '../words.js';

/** Who would sign each agreement, who would leave it, and what holds it together. */
export function agreementsText(
  model: ConflictModel,
  result: AgreementsResult,
  options: TextOptions = {},
): string {
  const page = new Page(options);
  const words = new Words(model);
  titleLine(page, result.situation, 'what its agreements would be worth');
  if (result.agreements.length === 0) {
    page.blank();
    page.line(
      'There is no agreement. “agreement treaty "Peace treaty" between NK, SK” in the text of the situation would be one.',
    );
  }
  for (const agreement of result.agreements) answer(page, words, agreement);
  if (result.agreements.length > 0) {
    page.blank();
    page.line(
      page.style.quiet(
        'An agreement holds where every party consents. A party would sign where a move with its consent is better for it than to stay; it leaves where a move without it is better and nothing that the others would want to answer deters it (SEQ).',
      ),
    );
  }
  return page.toString();
}

function answer(page: Page, words: Words, agreement: AgreementAnswer): void {
  const { label, id, evidence, states, best, equilibria, reachable, parties } = agreement;
  page.blank();
  page.line(`${page.style.strong(label)} ${page.style.quiet(`(${id})`)}`, {
    margin: references(evidence),
  });
  if (states === 0) {
    page.line('In no state of the model do all parties consent.', { indent: 2 });
    return;
  }
  const hold = best && holdOf(best.concepts);
  page.line(
    `All parties consent in ${counted(states, 'state')}; ${hold ? `${figure(Math.max(...Object.values(equilibria)))} would hold, at best ${hold.clause}: ${best.state.name.label === null ? '' : `“${best.state.name.label}” `}#${best.state.name.decimal}` : 'none of them would hold'}. ${reachable.improvements ? 'Improvements lead there from today.' : reachable.moves ? 'From today it takes steps that are not improvements.' : 'No moves lead there from today.'}`,
    { indent: 2 },
  );
  for (const party of parties) told(page, words, party, states);
}

function told(
  page: Page,
  words: Words,
  { actor, couldSign, wouldSign, signs, content, deterred, leaves, defects, held }: PartyAnswer,
  states: number,
): void {
  page.line(
    `${page.style.strong(words.actor(actor))} would sign in ${figure(wouldSign)} of the ${counted(couldSign, 'state')} in which it could${signs && signs.state.name.added.length + signs.state.name.dropped.length === 0 ? ', today among them' : ''}. In the agreement it ${[
      content > 0 ? `has no reason to leave in ${figure(content)}` : '',
      deterred > 0 ? `is held back in ${figure(deterred)}` : '',
      leaves > 0 ? page.style.bad(`would leave in ${figure(leaves)}`) : '',
    ]
      .filter(Boolean)
      .join(', ')} of ${counted(states, 'state')}.`,
    { indent: 2, hang: 2 },
  );
  if (defects)
    page.line(
      `It would leave, for one, by a step that ${words.deed(defects.step.takes, defects.step.drops)}.`,
      { indent: 6, hang: 2, margin: `#${defects.state.name.decimal}` },
    );
  if (held)
    page.line(`Held back, for one, by what ${words.actors(held.by)} would answer.`, {
      indent: 6,
      hang: 2,
      margin: `#${held.state.name.decimal}`,
    });
}
