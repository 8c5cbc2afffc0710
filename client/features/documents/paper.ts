// What stands on a paper, as one value, from which the PDF and the workbook are made. It knows nothing of millimetres.

export interface Party {
  title: string;
  lines: [label: string, value: string][];
}

export interface Column {
  title: string;
  /** Share of the width; those of a table sum to 1. */
  width: number;
  numeric?: boolean;
  /** Over this one and those beside it that say the same. */
  group?: string;
}

export interface Section {
  /** Above the table, and again where the table goes on over a page. */
  title: string;
  columns: Column[];
  rows: (string | number)[][];
  /** The columns have their numbers under their heads, for what refers to them. */
  numbered?: true;
  /** What is concluded from it, such as a rating or a sum, under the last row. */
  foot?: [label: string, value: string];
}

export interface Signature {
  /** Place and date, and in which quality somebody signs. */
  above: string[];
  name: string;
  /** Rank and number, under the name. */
  below: string[];
}

export interface Paper {
  /** Its name, also of its file. */
  title: string;
  /** As it stands at the head, line by line. */
  heading: string[];
  agency: string;
  /** The period. */
  subtitle: string;
  /** Under the heading at the left and the right, in place of agency and period in the middle. */
  sides?: [left: string, right: string];
  /** A wide table wants the page turned. */
  landscape: boolean;
  /** Nothing on it is decided yet: every page says so. */
  draft?: boolean;
  parties: Party[];
  /** Before the tables, and after them. */
  opening: [label: string, value: string][];
  /** A picture of shares, 0 to 1, after the opening. */
  chart: { title: string; bars: [label: string, share: number][] } | null;
  sections: Section[];
  summary: [label: string, value: string][];
  signatures: Signature[];
  /** Who else gets it: lines beside the signature. */
  copies?: string[];
  /** After the signatures, on a page of their own. */
  annexes: Section[];
}
