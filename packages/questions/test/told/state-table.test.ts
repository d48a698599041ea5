import { CONCEPTS } from '@standoff/engine';
import { expect, it } from 'vitest';
import { stateTable, type TableState } from '../../src/states/text.js';
import { analysis } from './fixtures.js';

const result = analysis('harbour');

function state(decimal: number, more: Partial<TableState> = {}): TableState {
  const column = ['Y', 'Y', 'Y'].map((_, k) => ((decimal >> k) & 1 ? 'Y' : 'N')).join('');
  return { decimal, column, label: null, statusQuo: false, concepts: [], ...more };
}

it('has options as rows and states as columns', () => {
  const states = [
    state(0),
    state(1, { statusQuo: true }),
    state(2, { concepts: ['Nash'], label: 'Peace' }),
  ];
  expect(stateTable(result, states, CONCEPTS)).toBe(
    [
      '                          #0  #1  #2',
      "Dockers' union",
      '  Strike                   N   Y   N',
      'Port company',
      '  Raise wages              N   N   Y',
      '  Hire strike-breakers     N   N   N',
      'Status quo                   now',
      'Equilibrium under',
      '  Nash                             E',
      '',
      'Peace: #2',
      '',
    ].join('\n'),
  );
});

it('breaks into blocks that fit the width', () => {
  const states = Array.from({ length: 8 }, (_, k) => state(k));
  const lines = stateTable(result, states, CONCEPTS, { width: 40 }).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  expect(lines.filter((line) => line.includes('Raise wages'))).toHaveLength(2);
});
