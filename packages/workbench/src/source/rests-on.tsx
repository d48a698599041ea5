import { resolveAnchor, statementText } from '@standoff/evidence/anchor';
import type { Evidence } from '@standoff/model';
import { groundOf, type Element, type Ground } from '@standoff/situation';
import { useEffect } from 'react';
import { EvidenceChips } from '../design/names.js';
import { useHref } from '../routes.js';
import { useCaseSources, useSources } from '../workbench.js';
import type { TextState } from './case-sources.js';
import styles from './rests-on.module.css';

const GROUNDS: Readonly<Record<Ground, string>> = {
  'exact words': 'exact words of a source',
  passage: 'a passage of a source',
  inference: 'what the analyst infers',
  'own word': 'the analyst’s own word',
};

/** What an element rests on: of which of the four kinds it is, and the very words. */
export function RestsOn({ element }: { readonly element: Element }) {
  const href = useHref();
  const { evidence, restsOn, because } = element.grounds;
  return (
    <div className={styles.rests}>
      <p>
        <bdi>“{element.text}”</bdi> rests on <strong>{GROUNDS[groundOf(element.grounds)]}</strong>
        {groundOf(element.grounds) === 'own word' && because === null ? ', without a reason' : ''}.
      </p>
      <ul>
        {evidence.map((one, k) => (
          <li key={k}>
            <GroundWords evidence={one} />
          </li>
        ))}
        {restsOn.map((claim) => (
          <li key={claim}>
            On the claim <a href={href({ element: claim })}>{claim}</a>.
          </li>
        ))}
        {because !== null && (
          <li>
            <span className={styles.who}>The analyst’s reason</span>
            <blockquote dir="auto">{because}</blockquote>
          </li>
        )}
      </ul>
    </div>
  );
}

/** A reference with the words it is to, and whether the source says so or the analyst infers it from there. */
function GroundWords({ evidence }: { readonly evidence: Evidence }) {
  const { source, annotation, inferred } = evidence;
  const sources = useCaseSources();
  const text = useSources(({ texts }) => texts[source]);
  const anchor = useSources(({ annotations: { anchors } }) =>
    annotation === null
      ? undefined
      : anchors.find((one) => one.source === source && one.id === annotation),
  );
  useEffect(() => void sources.want(source), [sources, source]);
  const words =
    anchor === undefined
      ? paragraphWords(evidence, text)
      : anchor.words.kept === 'quote'
        ? anchor.words.exact
        : anchorWords(anchor, text);
  return (
    <>
      <span className={styles.who}>
        {inferred === undefined ? 'The source says it' : 'The analyst infers it from'}
      </span>{' '}
      <EvidenceChips evidence={[evidence]} />
      {anchor?.statement && (
        <span className={styles.who}> ({statementText(anchor.statement)})</span>
      )}
      {words !== null ? (
        <blockquote dir="auto">{words}</blockquote>
      ) : (
        <p className={styles.who}>
          {annotation !== null && anchor === undefined
            ? `There is no statement #${annotation} on this source.`
            : text?.is === 'read'
              ? 'The text has no such words.'
              : 'The words are not kept, and the text is not at hand.'}
        </p>
      )}
    </>
  );
}

/** So much of a paragraph is shown where no words of it are marked. */
const MOST = 300;

function paragraphWords({ paragraphs }: Evidence, text: TextState | undefined): string | null {
  if (paragraphs === null || text?.is !== 'read') return null;
  const words = text.text.paragraphs
    .filter(({ number, kind }) => kind === 'body' && isIn(number, paragraphs))
    .map(({ start, end }) => text.text.text.slice(start, end))
    .join(' ');
  if (words === '') return null;
  return words.length > MOST ? `${words.slice(0, MOST).replace(/\s+\S*$/u, '')} …` : words;
}

function isIn(number: number, { from, to }: { readonly from: number; readonly to: number }) {
  return from <= number && number <= to;
}

function anchorWords(
  anchor: Parameters<typeof resolveAnchor>[0],
  text: TextState | undefined,
): string | null {
  if (text?.is !== 'read') return null;
  const found = resolveAnchor(anchor, text.text);
  return found.found ? text.text.text.slice(found.start, found.end) : null;
}
