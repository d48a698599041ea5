import { standard } from '../parameters.js';
import { question } from '../question.js';

export const compare = question({
  name: 'compare',
  asks: 'models of one situation side by side: several dates, readings or sources',
  title: 'What is different, and does it matter',
  asked: 'models side by side',
  takes: {
    others: { kind: 'situations', description: 'what it is compared with' },
    standard: standard(),
  },
  examples: [
    'cases/korea-2018 cases/korea-2018/later',
    'mine.standoff hers.standoff --standard at-once',
  ],
  lane: 'long',
  cut: async () => {
    const { comparing } = await import('./solve.js');
    return (prepared, { others = [], name = prepared.model.situation.id, standard }) =>
      comparing([{ name, model: prepared.model, prepared }, ...others], {
        memory: prepared.memory,
        opponentsRule: prepared.game.opponentsRule,
        ...(standard && { standard }),
      });
  },
  tell: async () => (await import('./tell.js')).tellCompare,
});
