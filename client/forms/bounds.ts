// What the numbers of the forms may be; the mutations hold them to the same (shared/acts/fields.ts).

import type { NumberBounds } from '#client/i18n/typed.ts';

export const whole = (least: number, most: number): NumberBounds => ({ least, most, places: 0 });

/** Of work done, or aimed at. */
export const AMOUNT: NumberBounds = { least: 0, most: 1_000_000_000, places: 6 };
/** Of one activity. */
export const MINUTES = whole(1, 1440);
export const POST_CLASS = whole(1, 17);
export const PERCENT: NumberBounds = { least: 0, most: 100, places: 4 };
export const RUPIAH: NumberBounds = { least: 0, most: 999_999_999_999, places: 2, rupiah: true };
export const WHOLE_RUPIAH: NumberBounds = { ...RUPIAH, places: 0 };
/** With its sign. */
export const CORRECTION: NumberBounds = { ...RUPIAH, least: -RUPIAH.most };
