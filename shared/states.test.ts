import { describe, expect, it } from 'vitest';
import { type PayrollAct, payrollStates } from './allowance/rules/states.ts';
import { type EvaluationAct, evaluationStates } from './evaluation/rules/states.ts';
import { type TypedAct, typedStates } from './helping/rules/states.ts';
import { type LeaveAct, leaveStates } from './leave/rules/states.ts';
import { type SkpAct, skpStates } from './plan/rules/states.ts';
import { cellsOf } from './testing/table-of.ts';
import { type ActivityAct, activityStates, type ReopeningAct, reopeningStates } from './work/rules/states.ts';

// Each cell of both tables, written out by hand from domain rules: a dash is a refusal.
const activityTable = `
             edit       submit     approve   return    reopen
  draft      draft      submitted  -         -         -
  submitted  submitted  -          approved  returned  -
  returned   draft      submitted  -         -         -
  approved   -          -          -         -         returned`;

const reopeningTable = `
             ask    withdraw   reopen    decline
  asked      asked  withdrawn  reopened  declined
  withdrawn  asked  -          -         -
  declined   asked  -          -         -
  reopened   asked  -          -         -`;

const typedTable = `
             edit     confirm    decline
  waiting    waiting  confirmed  declined
  declined   waiting  confirmed  -
  confirmed  -        -          -`;

const skpTable = `
             edit   submit     recall  approve   return    revise  discard
  draft      draft  submitted  -       -         -         -       approved
  submitted  -      -          draft   approved  returned  -       -
  returned   draft  submitted  -       -         -         -       approved
  approved   -      -          -       -         -         draft   -`;

const evaluationTable = `
            assess    return    rate   finalise  object    decide   follow-up
  returned  assessed  -         -      -         -         -        -
  assessed  assessed  returned  rated  -         -         -        -
  rated     -         returned  rated  final     -         -        -
  final     -         -         -      -         objected  -        final
  objected  -         -         -      -         -         decided  -
  decided   -         -         -      -         -         -        decided`;

const leaveTable = `
              withdraw  consider    approve   postpone   refuse   give-back  cancel     return
  submitted   returned  considered  -         -          -        -          -          returned
  considered  returned  considered  approved  postponed  refused  -          -          -
  approved    -         -           -         -          -        approved   cancelled  returned
  postponed   -         -           -         -          -        -          -          -
  refused     -         -           -         -          -        -          -          -
  returned    returned  -           -         -          -        -          -          -
  cancelled   -         -           -         -          -        -          -          -`;

const payrollTable = `
            draw   check    approve   return
  drawn     drawn  checked  -         returned
  checked   -      -        approved  returned
  returned  drawn  -        -         -
  approved  -      -        -         -`;

describe('an entry that a helper typed', () => {
  it.each(cellsOf(typedTable))('that is %s, on %s, becomes %s', (state, act, next) => {
    expect(typedStates[state as keyof typeof typedStates][act as TypedAct]).toBe(next);
  });
});

describe('an activity', () => {
  it.each(cellsOf(activityTable))('that is %s, on %s, becomes %s', (state, act, next) => {
    expect(activityStates[state as keyof typeof activityStates][act as ActivityAct]).toBe(next);
  });
});

describe('a request to reopen an activity', () => {
  it.each(cellsOf(reopeningTable))('that is %s, on %s, becomes %s', (state, act, next) => {
    expect(reopeningStates[state as keyof typeof reopeningStates][act as ReopeningAct]).toBe(next);
  });
});

describe('an SKP', () => {
  it.each(cellsOf(skpTable))('that is %s, on %s, becomes %s', (state, act, next) => {
    expect(skpStates[state as keyof typeof skpStates][act as SkpAct]).toBe(next);
  });
});

describe('an evaluation', () => {
  it.each(cellsOf(evaluationTable))('that is %s, on %s, becomes %s', (state, act, next) => {
    expect(evaluationStates[state as keyof typeof evaluationStates][act as EvaluationAct]).toBe(next);
  });
});

describe('a leave', () => {
  it.each(cellsOf(leaveTable))('that is %s, on %s, becomes %s', (state, act, next) => {
    expect(leaveStates[state as keyof typeof leaveStates][act as LeaveAct]).toBe(next);
  });
});

describe('the allowances of a month', () => {
  it.each(cellsOf(payrollTable))('that are %s, on %s, become %s', (state, act, next) => {
    expect(payrollStates[state as keyof typeof payrollStates][act as PayrollAct]).toBe(next);
  });
});
