// What an allowance is made of, in rupiah, so that it can be drawn: what work and attendance brought, and what was not reached.

import { type Decimal, exact, shown } from '#shared/decimal.ts';
import type { Slip } from './slip.ts';

export interface SlipParts {
  productivity: Decimal;
  discipline: Decimal;
  /** What of the base neither of them reached. */
  notReached: Decimal;
  /** Lines beside them and the rounding, up or down. */
  others: Decimal;
  adjustments: Decimal;
}

/** All parts but the one that was not reached add up to what is paid. */
export function slipParts({ base, productivity, attendance, amount, adjustments }: Slip): SlipParts {
  const reached = ({ index, weight }: { index: Decimal; weight: Decimal }) =>
    exact(base).mul(exact(weight)).mul(exact(index)).div(10_000);
  const [work, presence] = [reached(productivity), reached(attendance)];
  const added = adjustments.reduce((sum, one) => sum.add(exact(one.amount)), exact(0));
  return {
    productivity: shown(work),
    discipline: shown(presence),
    notReached: shown(exact(base).sub(work).sub(presence)),
    others: shown(exact(amount).sub(work).sub(presence)),
    adjustments: shown(added),
  };
}
