import { dateInWords, DIFFERENCES_NOTE, tellDifferences } from '@standoff/questions';
import { useMemo, useRef } from 'react';
import { useStandard } from '../../answers/standard.js';
import { useAnswer, useDesk, useModel } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { TextDifference } from '../../document/text-difference.js';
import { go, useRoutePart } from '../../routes.js';
import { Told } from '../../tell/told.js';
import type { CompareParams, Comparison, Wrong } from '../../variants/comparison.js';
import { useText, useVariants, useWorkbench } from '../../workbench.js';
import { Chooser } from './chooser.js';
import { Conclusions } from './conclusions.js';
import { NOW, OPENED, sideNamed, sidesOf, type Side } from './sides.js';
import { VariantList } from './variant-list.js';
import styles from './compare.module.css';

/** What-ifs kept beside the case, and what differs between texts of the situation. */
export default function Compare() {
  const { files } = useWorkbench();
  const from = useRoutePart('from');
  const to = useRoutePart('to');
  const also = useRoutePart('also');
  const now = useText();
  const variants = useVariants((state) => state.variants);
  const read = useVariants((state) => state.read);
  const opened = useMemo(() => files.situation.text.replace(/\r\n?/g, '\n'), [files]);
  const sides = sidesOf({ now, opened, variants, read });
  const chosen = [from ?? OPENED, to ?? NOW, ...(also?.split(' ').filter(Boolean) ?? [])];
  const place = useRef<HTMLDivElement>(null);
  const named = chosen.map((id) => sideNamed(sides, id));
  const missing = named.flatMap((one) => ('missing' in one ? [one.missing] : []));
  return (
    <>
      <VariantList
        opened={opened}
        onCompare={(id) => {
          go({ from: NOW, to: id, also: null }, 'replace');
          place.current?.scrollIntoView({ block: 'start' });
        }}
      />
      <div ref={place} className={styles.place}>
        <Card title="Side by side">
          <Chooser sides={sides} chosen={chosen} />
          {missing.map((why) => (
            <p key={why} className={styles.wrong} role="note">
              {why}.
            </p>
          ))}
        </Card>
      </div>
      {missing.length === 0 && <Compared sides={named as Side[]} />}
    </>
  );
}

/** Texts that are at hand, side by side. */
function Compared({ sides }: { readonly sides: readonly Side[] }) {
  const standard = useStandard();
  const unlike = sides.filter(({ text }, k) => sides.findIndex((side) => side.text === text) === k);
  const params: CompareParams | null =
    unlike.length < 2
      ? null
      : {
          standard,
          texts: unlike.map(({ id, text }) => ({ id, text: id === NOW ? null : text })),
        };
  const answer = useAnswer('compareTexts', params);
  const broken = useDesk((desk) => desk.broken);
  if (params === null)
    return (
      <Card title="What they come to">
        <p data-state="current">Nothing differs: the texts are the same.</p>
      </Card>
    );
  const twins = sides.filter((side) => !unlike.includes(side));
  return (
    <>
      {twins.length > 0 && (
        <div className={styles.twins}>
          {twins.map(({ id, name, text }) => (
            <Note key={id}>
              “{name}” is left out below: it is the same text as “
              {sides.find((side) => side.text === text)!.name}”.
            </Note>
          ))}
        </div>
      )}
      {broken && <Broken isShown={unlike.some(({ id }) => id === NOW)} />}
      {(!broken || answer.result !== null) && (
        <Answered answer={answer}>
          {(comparison) =>
            comparison.can ? (
              <Results compared={comparison} sides={unlike} />
            ) : (
              <Refused wrong={comparison.wrong} sides={unlike} />
            )
          }
        </Answered>
      )}
      <TextDifferences sides={unlike} />
    </>
  );
}

function Results({
  compared,
  sides,
}: {
  readonly compared: Extract<Comparison, { can: true }>;
  readonly sides: readonly Side[];
}) {
  const { result, models } = compared;
  const present = useText();
  const known = useModel();
  const dated = new Set(result.models.map(({ situation }) => situation.asOf)).size > 1;
  const names = result.models.map(({ name, situation: { asOf } }) =>
    [nameOf(sides, name), dated && asOf !== null ? ` (${dateInWords(asOf)})` : ''].join(''),
  );
  const moved = result.models.some(({ name }, k) => name !== sides[k]?.id);
  return (
    <>
      <Conclusions
        compared={compared}
        names={names}
        present={result.models.findIndex(
          ({ name }) => sides.find(({ id }) => id === name)?.text === present,
        )}
      >
        {moved && <Note>The texts are of different dates: the earlier stands first.</Note>}
      </Conclusions>
      <Card title="What differs in the models">
        {result.steps.map((step) => (
          <section key={step.to} className={styles.section}>
            {result.steps.length > 1 && (
              <h4 className={styles.heading}>
                From “{names[step.from]}” to “{names[step.to]}”
              </h4>
            )}
            <Told blocks={tellDifferences([models[step.from], models[step.to]], step, known)} />
          </section>
        ))}
        <Told blocks={[DIFFERENCES_NOTE]} />
      </Card>
    </>
  );
}

/** What stands in the way of an answer, by the text that it stands in. */
function Refused({
  wrong,
  sides,
}: {
  readonly wrong: readonly Wrong[];
  readonly sides: readonly Side[];
}) {
  return (
    <Card title="What they come to">
      {wrong.map(({ id, problems }) => (
        <div key={id} className={styles.wrong} role="note">
          <p>
            <strong>{nameOf(sides, id)}</strong> has no answer, so that nothing can be compared with
            it:
          </p>
          <ul>
            {problems.slice(0, 5).map(({ line, message, hint }, k) => (
              <li key={k}>
                {line === null ? '' : `Line ${line}: `}
                {message}
                {hint === null ? '' : `; ${hint}`}.
              </li>
            ))}
          </ul>
          {problems.length > 5 && <p>And {problems.length - 5} more.</p>}
        </div>
      ))}
    </Card>
  );
}

/** The text as it stands cannot be read. */
function Broken({ isShown }: { readonly isShown: boolean }) {
  const error = useDesk(({ diagnostics }) =>
    diagnostics.find(({ severity }) => severity === 'error'),
  );
  return (
    <p className={styles.wrong} role="note">
      The text as it stands has errors
      {error === undefined ? '' : ` (line ${error.range.start.line + 1}: ${error.message})`}.{' '}
      {isShown
        ? 'What is compared below, if anything, is the last text without.'
        : 'Other texts are compared again when it has none.'}
    </p>
  );
}

/** What differs in the texts, one pair after the other. */
function TextDifferences({ sides }: { readonly sides: readonly Side[] }) {
  return (
    <Card title="What differs in the texts">
      {sides.slice(1).map((side, k) => (
        <section key={side.id} className={styles.section}>
          <p>
            With a minus: only in “{sides[k].name}”. With a plus: only in “{side.name}”.
          </p>
          <TextDifference before={sides[k].text} after={side.text} />
        </section>
      ))}
    </Card>
  );
}

function nameOf(sides: readonly Side[], id: string): string {
  return sides.find((side) => side.id === id)?.name ?? id;
}
