import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSituation } from '../../src/parse.js';
import { symbolsOf } from '../../src/serve.js';
import type { DocumentSymbol } from '../../src/serve.js';
import { situationText } from '../generate-situation.js';
import { anyPlace, CHICKEN, KOREA } from './marked.js';

const names = (symbols: readonly DocumentSymbol[]): string[] =>
  symbols.flatMap(({ kind, name, inside }) => [`${kind} ${name}`, ...names(inside)]);

test('the names of a case, options within their actors', () => {
  expect(names(symbolsOf(CHICKEN))).toEqual([
    'source fang1993',
    'actor Red',
    'option swerve',
    'actor Blue',
    'option swerve',
    'state s0',
    'state s1',
    'state s2',
    'state s3',
    'scenario crash',
  ]);
  expect(symbolsOf(CHICKEN)[1]).toMatchObject({
    label: 'Red driver',
    inside: [{ name: 'swerve', label: 'Swerve' }],
  });
});

test('the same names as the model has', () => {
  fc.assert(
    fc.property(fc.oneof(situationText, fc.constant(KOREA)), (text) => {
      const { model } = parseSituation(text);
      if (model === null) return;
      const found = names(symbolsOf(text));
      const of = (kind: string): string[] =>
        found.filter((f) => f.startsWith(`${kind} `)).map((f) => f.slice(kind.length + 1));
      expect(of('actor')).toEqual(model.actors.map(({ id }) => id));
      expect(of('source')).toEqual(model.sources.map(({ id }) => id));
      expect(of('agreement')).toEqual(model.agreements.map(({ id }) => id));
      expect(of('scenario')).toEqual(model.scenarios.map(({ id }) => id));
      expect(of('state')).toEqual(model.states.map(({ id }) => id));
      expect(of('claim')).toEqual(model.claims.map(({ id }) => id));
      expect(of('option')).toHaveLength(
        model.options.filter((o) => o.agreement === null && o.historyOf === undefined).length,
      );
      expect(of('faction')).toEqual(model.actors.flatMap((a) => a.factions.map(({ id }) => id)));
    }),
    { numRuns: 60 },
  );
});

test('in any text each stands in its own range, and in that of what it is inside', () => {
  fc.assert(
    fc.property(anyPlace, ([text]) => {
      const check = (symbol: DocumentSymbol, from: number, to: number): void => {
        expect(symbol.from).toBeGreaterThanOrEqual(from);
        expect(symbol.at.from).toBeGreaterThan(symbol.from);
        expect(symbol.at.to).toBeLessThanOrEqual(symbol.to);
        expect(symbol.to).toBeLessThanOrEqual(to);
        for (const one of symbol.inside) check(one, symbol.from, symbol.to);
      };
      for (const symbol of symbolsOf(text)) check(symbol, 0, text.length);
    }),
    { numRuns: 60 },
  );
});
