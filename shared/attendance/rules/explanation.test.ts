import { describe, expect, it } from 'vitest';
import { attendanceCodes } from './codes.ts';
import { EXPLANATION_KINDS, type ExplanationKind, explainedDay } from './explanation.ts';

const hours = { start: '07:30', end: '16:00' };
const days = {
  complete: { arrival: '07:20', departure: '16:10', duty: false },
  late: { arrival: '08:10', departure: '16:10', duty: false },
  'no arrival': { arrival: null, departure: '16:10', duty: false },
  'no departure': { arrival: '07:20', departure: null, duty: false },
  'late, no departure': { arrival: '08:10', departure: null, duty: false },
  nothing: { arrival: null, departure: null, duty: false },
} as const;

type Day = keyof typeof days;
const unexplained: Record<Day, string[]> = {
  complete: [],
  late: ['TL2'],
  'no arrival': ['TL4'],
  'no departure': ['PSW4'],
  'late, no departure': ['TL2', 'PSW4'],
  nothing: ['alpa'],
};
/** What is left where only missing scans are lifted. */
const forgot: Record<Day, string[]> = {
  ...unexplained,
  'no arrival': [],
  'no departure': [],
  'late, no departure': ['TL2'],
  nothing: [],
};

describe.each(EXPLANATION_KINDS)('%s', (kind: ExplanationKind) => {
  it.each(Object.keys(days) as Day[])('%s', (day) => {
    expect(attendanceCodes(days[day], hours)).toEqual(unexplained[day]);
    const left = kind === 'forgot' ? forgot[day] : [];
    expect(attendanceCodes(explainedDay(days[day], kind, hours), hours)).toEqual(left);
  });
});
