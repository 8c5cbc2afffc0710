// For tests: a table as it is printed in a regulation, written out with spaces, cell by cell.

/** [row, column, content] of each cell; the first line names the columns, a dash is an empty cell. */
export function cellsOf(table: string): [row: string, column: string, content: string | undefined][] {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([row = '', ...contents]) =>
    contents.map((content, column): [string, string, string | undefined] => [
      row,
      head[column] ?? '',
      content === '-' ? undefined : content,
    ]),
  );
}
