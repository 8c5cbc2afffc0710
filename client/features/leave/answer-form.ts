// What is said of a request as a form holds it: one of four answers, with a reason, and with other days where it changes them.

import { isDay } from '#client/i18n/typed-day.ts';
import type { LeaveAnswer, LeaveDays } from '#shared/leave/rules/leave.ts';
import type { Leave } from '#shared/leave/tables.ts';

export interface AnswerForm extends LeaveDays {
  answer: LeaveAnswer;
  note: string;
  /** Of the request as it was read. Kept with the draft. */
  revision: number;
}

/** An official begins with what the superior said. */
export function answerForm({ validFrom, validUntil, consideration, state, revision }: Leave): AnswerForm {
  const said = state === 'considered' ? consideration : null;
  const days = said?.days ?? { validFrom, validUntil };
  return {
    answer: said?.answer ?? 'change',
    note: '',
    validFrom: days.validFrom,
    validUntil: days.validUntil,
    revision,
  };
}

export const noteLacks = ({ answer, note }: AnswerForm) => answer !== 'agree' && note.trim() === '';
export const daysReversed = ({ answer, validFrom, validUntil }: AnswerForm) =>
  answer === 'change' && isDay(validFrom) && isDay(validUntil) && validUntil < validFrom;

/** The answer, or null while something of it is missing. */
export function answerOf(
  form: AnswerForm,
): { answer: LeaveAnswer; note: string | null; days: LeaveDays | null } | null {
  const { answer, note, validFrom, validUntil } = form;
  const daysFit = answer !== 'change' || (isDay(validFrom) && isDay(validUntil) && !daysReversed(form));
  if (noteLacks(form) || !daysFit) return null;
  return { answer, note: note.trim() || null, days: answer === 'change' ? { validFrom, validUntil } : null };
}
