import { standard, seed } from '../parameters.js';
import { question } from '../question.js';

export const ask = question({
  name: 'ask',
  asks: 'the next most useful question: which answer would settle most',
  title: 'What to find out next',
  asked: 'what to find out next',
  takes: { standard: standard(), seed: seed('where worlds are drawn') },
  examples: ['cases/korea-2018', "harbour --json | jq '.questions[0]'"],
  lane: 'long',
  cut: async () => (await import('./solve.js')).worldsJudged,
  tell: async () => (await import('./tell.js')).tellAsk,
});
