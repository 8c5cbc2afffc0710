import { describe, expect, it } from 'vitest';
import { type ActivityAct, activityStates, type SkpAct, skpStates } from './states.ts';

// Each cell of both tables, written out by hand from domain rules: a dash is a refusal.
const activityTable = `
             edit       submit     approve   return    reopen
  draft      draft      submitted  -         -         -
  submitted  submitted  -          approved  returned  -
  returned   draft      submitted  -         -         -
  approved   -          -          -         -         returned`;

const skpTable = `
             edit   submit     recall  approve   return
  draft      draft  submitted  -       -         -
  submitted  -      -          draft   approved  returned
  returned   draft  submitted  -       -         -
  approved   -      -          -       -         -`;

function cells(table: string): [state: string, act: string, next: string | undefined][] {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([state = '', ...nexts]) =>
    nexts.map((next, column): [string, string, string | undefined] => [
      state,
      head[column] ?? '',
      next === '-' ? undefined : next,
    ]),
  );
}

describe('an activity', () => {
  it.each(cells(activityTable))('that is %s, on %s, becomes %s', (state, act, next) => {
    expect(activityStates[state as keyof typeof activityStates][act as ActivityAct]).toBe(next);
  });
});

describe('an SKP', () => {
  it.each(cells(skpTable))('that is %s, on %s, becomes %s', (state, act, next) => {
    expect(skpStates[state as keyof typeof skpStates][act as SkpAct]).toBe(next);
  });
});
