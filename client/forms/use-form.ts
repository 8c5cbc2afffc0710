// Whether a form may be saved, by the very schema that its mutation is held to: what is required, how long a text may be.
// Nothing is cut off while it is typed; what is too long says so at once, what is missing once somebody tried to save. Then
// the first such field has the keyboard and is in sight, and where none is on the screen that is said, too: a tap on "save"
// never does nothing.

import * as v from 'valibot';
import { computed, ref } from 'vue';
import { filling } from '#client/i18n/filling.ts';
import { t } from '#client/i18n/index.ts';
import { pointAtFirstError } from './first-error.ts';

type Entries = Record<string, v.GenericSchema>;
type Words = Record<string, string | false | undefined>;

export interface FormCheck<Taken> {
  /** What stands beside a field; nothing while it is right. By its name in the arguments: `reason`, `output.unit`. */
  errorOf: (path: string) => string;
  /** What is typed, as the mutation takes it; null where something is still wrong, and then the person is shown what. */
  taken: () => Taken | null;
  /** The form begins again: nobody has tried to save it. */
  again: () => void;
}

/**
 * `schema`: the arguments of the mutation, or an object of the same kind. `values`: those of them that the form holds; one that
 * is typed but not understood is undefined. `wrong`: what no schema of one field can tell, in words.
 */
export function useForm<Args, Name extends keyof Args & string>(
  schema: v.GenericSchema<unknown, Args>,
  values: () => { [Asked in Name]?: unknown },
  wrong: () => Words = () => ({}),
): FormCheck<Pick<Args, Name>> {
  const { entries } = schema as unknown as { entries: Entries };
  const tried = ref(false);

  const parsed = computed(() => {
    const typed = values();
    const asked = Object.fromEntries(Object.keys(typed).map((name) => [name, entries[name] ?? v.never()]));
    return v.safeParse(v.object(asked), typed);
  });
  const problems = computed(() => {
    const found = new Map<string, { text: string; atOnce: boolean }>();
    for (const issue of parsed.value.issues ?? []) {
      const path = v.getDotPath(issue) ?? '';
      if (!found.has(path)) found.set(path, { text: textOf(issue), atOnce: issue.type === 'max_length' });
    }
    for (const [path, text] of Object.entries(wrong())) if (text) found.set(path, { text, atOnce: false });
    return found;
  });

  return {
    errorOf(path) {
      const [, found] = [...problems.value].find(([at]) => at === path || at.startsWith(`${path}.`)) ?? [];
      return found && (found.atOnce || tried.value) ? found.text : '';
    },
    taken() {
      tried.value = true;
      if (parsed.value.success && problems.value.size === 0) return parsed.value.output as Pick<Args, Name>;
      void pointAtFirstError();
      return null;
    },
    again() {
      tried.value = false;
    },
  };
}

function textOf(issue: v.BaseIssue<unknown>): string {
  const { input } = issue;
  if (issue.type === 'max_length') return filling.tooLong(String(input).length, Number(issue.requirement));
  const isBlank = input === undefined || input === null || (typeof input === 'string' && input.trim() === '');
  return isBlank ? t.common.required : filling.wrong;
}
