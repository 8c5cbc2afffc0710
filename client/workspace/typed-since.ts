// What was typed in a form while an act took what it held before: that alone goes on, over the form as it begins again. Of a
// list, what was put in or taken out since.

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const jsonOf = (value: unknown) => JSON.stringify(value);

/** `taken`: the form as the act took it; `now`: as it is; `first`: as it begins again. All of them as JSON has them. */
export function typedSince<Form>(taken: unknown, now: Form, first: Form): Form;
export function typedSince(taken: unknown, now: unknown, first: unknown): unknown {
  if (jsonOf(taken) === jsonOf(now)) return first;
  if (Array.isArray(taken) && Array.isArray(now) && Array.isArray(first)) return listSince(taken, now, first);
  // What the form begins without is one thing: the half of it that was changed would be none.
  if (!isFields(taken) || !isFields(now) || !isFields(first)) return now;
  const names = [...new Set([...Object.keys(first), ...Object.keys(now)])];
  const fields = names.map((name) => [name, typedSince(taken[name], now[name], first[name])] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function listSince(taken: readonly unknown[], now: readonly unknown[], first: readonly unknown[]): unknown[] {
  const [before, after, begun] = [taken, now, first].map((list) => new Set(list.map(jsonOf)));
  const left = first.filter((item) => after?.has(jsonOf(item)) || !before?.has(jsonOf(item)));
  return [...left, ...now.filter((item) => !before?.has(jsonOf(item)) && !begun?.has(jsonOf(item)))];
}
