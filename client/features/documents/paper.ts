// A document as one value, from which the PDF and the workbook are made.

export interface Party {
  title: string;
  lines: [label: string, value: string][];
}

export interface Section {
  title: string;
  columns: { title: string /** Share of the width. */; width: number; numeric?: boolean }[];
  rows: (string | number)[][];
}

export interface Paper {
  title: string;
  agency: string;
  subtitle: string;
  /** A wide table wants the page turned. */
  landscape: boolean;
  parties: Party[];
  sections: Section[];
  /** After the signatures, on a page of their own. */
  annexes: Section[];
  /** A picture of shares, 0 to 1. */
  chart: { title: string; bars: [label: string, share: number][] } | null;
  summary: [label: string, value: string][];
  signatures: Party[];
}
