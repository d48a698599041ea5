import { holdOf, PLAIN_CONCEPTS, type PerceiveResult } from '@standoff/analysis';
import { counted, figure, level2Words, surpriseWords } from '@standoff/report';
import { useAnswer, useModel, useWords } from '../../answers/use-answer.js';
import { Answered, Card, Note } from '../../design/card.js';
import { ActorName, Badge, StateName } from '../../design/names.js';
import plain from '../plain.module.css';
import { Course } from './course.js';
import { misperceptionExample } from './example.js';
import { Mistakes, OwnGame } from './own-game.js';
import styles from './perceive.module.css';

/** Who takes whom for what, and what would surprise them. */
export default function Perceive() {
  const answer = useAnswer('perceive');
  return (
    <Answered answer={answer}>
      {(result) =>
        result.misperceivers.length === 0 ? <SameGame /> : <OwnGames result={result} />
      }
    </Answered>
  );
}

/** Where nobody is wrong about anybody: how one would write that somebody is. */
function SameGame() {
  const model = useModel();
  const example = model && misperceptionExample(model);
  return (
    <Card title="Who takes it for what">
      <p>
        Everybody sees the same game: the text says of nobody that it sees another otherwise than it
        is. So everybody expects what the other views tell.
      </p>
      {example && (
        <>
          <p>
            Where somebody is wrong about somebody else, the text can say so. This view then tells
            what that actor expects, and what would surprise it:
          </p>
          <pre className={styles.example} tabIndex={0} aria-label="An example of a misperception">
            <code>{example}</code>
          </pre>
          <Note>
            Each of the three lines may be left out; a passage may stand behind the brace.
          </Note>
        </>
      )}
    </Card>
  );
}

function OwnGames({ result }: { readonly result: PerceiveResult }) {
  const words = useWords();
  if (words === null) return null;
  const { actors, courses, equilibria, states } = result;
  const mistaken = actors.filter(({ pictures }) => pictures.length > 0);
  const clear = actors.filter(({ pictures }) => pictures.length === 0);
  const known = level2Words(words, result);
  return (
    <>
      <Card title="Who takes it for what">
        <ul className={styles.leads}>
          {mistaken.map(({ actor, pictures }) => (
            <li key={actor}>
              <ActorName id={actor} /> sees {words.actors([...new Set(pictures.map((p) => p.of))])}{' '}
              otherwise than {pictures.length === 1 ? 'it is' : 'they are'}.{' '}
              {surpriseWords(courses, actor)}
            </li>
          ))}
        </ul>
        <div className={plain.scroll} tabIndex={0} role="region" aria-label="How many states hold">
          <table className={plain.table}>
            <caption className={styles.caption}>
              How many of the {counted(states, 'state')} would hold
            </caption>
            <thead>
              <tr>
                <th scope="col">They would hold</th>
                <th scope="col">Each by its own game</th>
                <th scope="col">If all saw it as it is</th>
                <th scope="col">Stuck</th>
              </tr>
            </thead>
            <tbody>
              {PLAIN_CONCEPTS.map((concept) => (
                <tr key={concept}>
                  <th scope="row">
                    {holdOf([concept])!.clause} <span className={plain.soft}>{concept}</span>
                  </th>
                  <td>{figure(equilibria[concept].hypergame)}</td>
                  <td>{figure(equilibria[concept].real)}</td>
                  <td>{figure(equilibria[concept].standstill)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Note>
          Stuck: somebody does not recognise the state, and so does not move, and all who recognise
          it stay.
        </Note>
      </Card>
      <Held result={result} />
      {mistaken.map((actor) => (
        <OwnGame key={actor.actor} game={actor} result={result} />
      ))}
      {clear.length > 0 && (
        <Card title="Those who see it as it is">
          <p>
            {clear.map(({ actor }, k) => (
              <span key={actor}>
                {k > 0 && ', '}
                <ActorName id={actor} />
              </span>
            ))}
            : they see the situation as it is, but not that somebody else does not.
          </p>
          <Mistakes game={clear[0]} subject={clear.length === 1 ? 'it' : 'they'} />
        </Card>
      )}
      <Course courses={courses} />
      {known.length > 0 && (
        <Card title="If everybody knew what the others are mistaken about">
          <ul className={styles.sentences}>
            {known.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Card>
      )}
      <Note>
        Each actor’s own game is the model with its picture of others put in; whether it stays in a
        state is judged wholly in that game. A state holds where all stay, each by its own. The
        other views take everybody to see the true game.
      </Note>
    </>
  );
}

/** The equilibria of the hypergame, beside what they would be in truth. */
function Held({ result: { held, heldCount } }: { readonly result: PerceiveResult }) {
  return (
    <Card title="What would hold, each acting by its own game">
      {heldCount === 0 ? (
        <p>No state: somebody leaves each of them, or does not recognise it.</p>
      ) : (
        <div className={plain.scroll} tabIndex={0} role="region" aria-label="States that hold">
          <table className={plain.table}>
            <thead>
              <tr>
                <th scope="col">State</th>
                <th scope="col">Each by its own game</th>
                <th scope="col">If all saw it as it is</th>
              </tr>
            </thead>
            <tbody>
              {held.map(({ state, concepts, real }) => (
                <tr key={state.name.decimal}>
                  <th scope="row">
                    <StateName state={state} />
                  </th>
                  <td>
                    <Badge verdict={holdOf(concepts)!.firm ? 'holds' : 'price'}>holds</Badge>{' '}
                    <span className={plain.soft}>{concepts.join(' ')}</span>
                  </td>
                  <td>
                    <Badge verdict={verdictOf(real)}>{real.length > 0 ? 'holds' : 'fails'}</Badge>{' '}
                    <span className={plain.soft}>{real.join(' ')}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {heldCount > held.length && <Note>And {figure(heldCount - held.length)} more.</Note>}
    </Card>
  );
}

function verdictOf(concepts: Parameters<typeof holdOf>[0]): 'holds' | 'price' | 'fails' {
  const hold = holdOf(concepts);
  return hold === null ? 'fails' : hold.firm ? 'holds' : 'price';
}
