// How much of a file is read. A year of an agency of 400 people is some 100,000 rows; who brings more than this brings it in parts.

export const MOST_BYTES = 40_000_000;
/** Of all parts of a workbook together, once unpacked. */
export const MOST_UNPACKED = 250_000_000;
export const MOST_PARTS = 2_000;
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 200;
