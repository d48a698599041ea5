import type { ConflictModel, Source } from '@standoff/model';
import { outlineOf } from '@standoff/evidence/anchor';
import { counted, countSentences, sentencesText, sentenceUses } from '@standoff/questions';
import { elementsOf } from '@standoff/situation';
import { useEffect, useMemo } from 'react';
import { useModel } from '../../answers/use-answer.js';
import { Card, Note } from '../../design/card.js';
import { useHref } from '../../routes.js';
import { usesOf } from '../../source/uses.js';
import { useCaseSources, useSources } from '../../workbench.js';
import styles from './evidence.module.css';

/** Each source with the paragraphs that are used and, where its text is at hand, those that are not. */
export function SourcesCard() {
  const model = useModel();
  if (model === null) return null;
  return (
    <Card title="Sources, paragraph by paragraph">
      {model.sources.length === 0 && <Note>The situation names no source.</Note>}
      <ul className={styles.list}>
        {model.sources.map((source) => (
          <SourceUses key={source.id} model={model} source={source} />
        ))}
      </ul>
    </Card>
  );
}

function SourceUses({
  model,
  source: { id, title },
}: {
  readonly model: ConflictModel;
  readonly source: Source;
}) {
  const sources = useCaseSources();
  const href = useHref();
  const annotations = useSources((state) => state.annotations);
  const text = useSources(({ texts }) => texts[id]);
  useEffect(() => void sources.want(id), [sources, id]);
  const { paragraphs, whole } = useMemo(
    () => usesOf(model, id, annotations),
    [model, id, annotations],
  );
  const sentences = useMemo(
    () =>
      text?.is === 'read'
        ? countSentences(sentenceUses(elementsOf(model), outlineOf(id, text.text, annotations)))
        : null,
    [model, id, text, annotations],
  );
  const used = [...paragraphs.keys()].sort((a, b) => a - b);
  const body =
    text?.is === 'read'
      ? [
          ...new Set(
            text.text.paragraphs.filter(({ kind }) => kind === 'body').map(({ number }) => number),
          ),
        ]
      : null;
  const unused = body?.filter((number) => !paragraphs.has(number));
  return (
    <li>
      <a href={href({ paragraph: id })}>{title}</a> <span className={styles.count}>@{id}</span>
      <p className={styles.words}>
        {used.length + whole.length === 0
          ? 'Nothing in the model rests on it.'
          : [
              used.length > 0 ? `${counted(used.length, 'paragraph')} used` : '',
              whole.length > 0 ? `cited as a whole by ${counted(whole.length, 'element')}` : '',
            ]
              .filter(Boolean)
              .join(', ') + '.'}
        {unused === undefined
          ? ' The text is not at hand, so what is not used is not known.'
          : unused.length === 0
            ? ' Every paragraph of the body is used.'
            : ` ${unused.length} of ${body!.length} paragraphs of the body are not.`}
        {sentences !== null && ` ${sentencesText(sentences)}`}
      </p>
      <ul className={styles.paragraphs} aria-label={`Paragraphs of ${id}`}>
        {[...new Set([...used, ...(unused ?? [])])]
          .sort((a, b) => a - b)
          .map((number) => {
            const uses = paragraphs.get(number)?.length ?? 0;
            return (
              <li key={number}>
                <a
                  href={href({ paragraph: `${id}:P${number}` })}
                  className={styles.paragraph}
                  data-used={uses > 0}
                >
                  P{number} <span>{uses === 0 ? 'not used' : `×${uses}`}</span>
                </a>
              </li>
            );
          })}
      </ul>
    </li>
  );
}
