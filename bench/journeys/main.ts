// The journeys that people make every day, made in a real Chromium by a hand that counts its taps and keys; beside each the
// goal, and how it was when the screens were forms (by the same model).

import type { Figure } from '../measure.ts';
import { decideByKeys, decideOnPhone } from './approvals.ts';
import { firstEntry, usualEntry } from './entries.ts';
import type { Hand } from './hand.ts';
import { lateWeekOnPhone, lateWeekOnSheet } from './late-week.ts';
import { planFromTemplate } from './plan.ts';
import { thousandWaiting } from './thousand.ts';

interface Journey {
  what: string;
  goal: string;
  before: string;
  make: () => Promise<Hand>;
  holds: (hand: Hand) => boolean;
}

const onBoth = (journey: Omit<Journey, 'make'>, make: (place: 'phone' | 'PC') => Promise<Hand>): Journey[] =>
  (['phone', 'PC'] as const).map((place) => ({
    ...journey,
    what: `${journey.what}, ${place}`,
    make: () => make(place),
  }));

const JOURNEYS: Journey[] = [
  ...onBoth(
    {
      what: 'first entry ever, from sign-in to sent',
      goal: '≤ 8 taps beyond NIP and password',
      before: '19 taps, 78 keys',
      holds: ({ taps }) => taps <= 8,
    },
    firstEntry,
  ),
  ...onBoth(
    {
      what: 'usual entry in another quantity',
      goal: '≤ 2 taps from Today',
      before: '3 taps, in the same quantity',
      holds: ({ taps, keys }) => taps <= 2 && keys === 0,
    },
    usualEntry,
  ),
  {
    what: 'a late week of 15 entries, phone',
    goal: '≤ 40 taps, < 180 s',
    before: '~360 taps, 13 minutes',
    make: lateWeekOnPhone,
    holds: ({ taps, seconds }) => taps <= 40 && seconds < 180,
  },
  {
    what: 'a late week of 15 entries, PC',
    goal: '≤ 25 taps, ≤ 120 keys, < 180 s',
    before: '~60 taps, 650 keys',
    make: lateWeekOnSheet,
    holds: ({ taps, keys, seconds }) => taps <= 25 && keys <= 120 && seconds < 180,
  },
  {
    what: '38 approvals of 3 people with 2 exceptions, phone',
    goal: '≤ 8 taps',
    before: '15 taps, 76 keys, no way back',
    make: decideOnPhone,
    holds: ({ taps }) => taps <= 8,
  },
  {
    what: '38 approvals of 3 people with 2 exceptions, PC; each was taken back once before',
    goal: 'keys alone',
    before: '15 taps, 76 keys, no way back',
    make: decideByKeys,
    holds: ({ taps }) => taps === 0,
  },
  ...onBoth(
    {
      what: 'SKP with 3 RHK x 3 IKI from the template of the post, each target changed',
      goal: '≤ 35 taps',
      before: '~80 taps, 600 keys',
      holds: ({ taps }) => taps <= 35,
    },
    planFromTemplate,
  ),
];

export async function journeys(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { what, goal, before, make, holds } of JOURNEYS) {
    const against = `${goal}; before: ${before}`;
    try {
      const hand = await make();
      const measured = `${hand.taps} taps, ${hand.keys} keys, ~${Math.round(hand.seconds)} s`;
      figures.push({ what, measured, against, holds: holds(hand) });
    } catch (problem) {
      console.error(problem);
      figures.push({ what, measured: 'could not be made', against, holds: false });
    }
  }
  return [...figures, ...(await thousandWaiting())];
}
