// A day of a person as a file tells it.

export interface RecordedDay {
  employeeId: string;
  date: string;
  /** HH:MM; null where the machine has none. A departure before the arrival is on the next day. */
  arrival: string | null;
  departure: string | null;
  duty: boolean;
}
/** `row`: of the file, from 1; the first of several. */
export type ReadDay = RecordedDay & { row: number };

/** A row that shows a question. */
export interface Example {
  rows: number;
  row: number;
  found: string;
}
