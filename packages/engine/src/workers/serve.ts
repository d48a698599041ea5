import { EngineError } from '../errors.js';
import { StabilityJudge } from '../stability.js';
import { between } from '../watch.js';
import { gameFrom } from './game-data.js';
import type { FromWorker, Port, ToWorker } from './protocol.js';

/**
 * The worker's side: does the tasks that `judgeInWorkers` sends through the port. A worker's module
 * consists of one call of it.
 */
export function serveStability(port: Port): void {
  let judge: StabilityJudge | null = null;
  let id = -1;
  let told = 0;
  const answer = (message: FromWorker): void => port.post(message);
  const watch = (done: number): void => {
    if (done - told < 0.01) return;
    told = done;
    answer({ kind: 'progress', id, done });
  };
  port.listen((received) => {
    const message = received as ToWorker;
    if (message.kind === 'game') {
      judge = new StabilityJudge(gameFrom(message.game), message.blocks);
      return;
    }
    id = message.id;
    told = 0;
    try {
      if (message.kind === 'sort') {
        judge!.sort(message.mover);
        answer({ kind: 'done', id, verdicts: [] });
        return;
      }
      const { mover, concepts } = message;
      const verdicts = concepts.map((concept, k) =>
        judge!.of(mover, concept, between(watch, k / concepts.length, (k + 1) / concepts.length)),
      );
      answer({ kind: 'done', id, verdicts });
    } catch (error) {
      answer({
        kind: 'failed',
        id,
        code: error instanceof EngineError ? error.code : null,
        message: error instanceof Error ? error.message : String(error),
      });
    }
  });
}
