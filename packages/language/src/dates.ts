import { wrongDate } from '@standoff/model';
import type { AstNode } from 'langium';
import { rangeOfProperty } from './positions.js';
import type { Reporter } from './reporter.js';

/** Says so where a date is not one of the calendar. */
export function checkDate(date: string, node: AstNode, property: string, reporter: Reporter): void {
  const wrong = wrongDate(date);
  if (wrong === null) return;
  reporter.say('bad-date', rangeOfProperty(node, property), wrong, {
    hint: 'dates are written 2018-04-27, 2018-04 or 2018',
  });
}
