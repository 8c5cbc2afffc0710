// A form that was not taken shows why: after the screen has told what is wrong, the first such field is in sight and has
// the keyboard, also where it lay in a closed part of the form. One place for every form.

import { nextTick } from 'vue';
import { filling } from '#client/i18n/filling.ts';
import { toast } from '#client/ui/index.ts';

const WRONG =
  'input[aria-invalid="true"], textarea[aria-invalid="true"], select[aria-invalid="true"], [data-wrong] input';

/** Of a form that could not be saved; where nothing on the screen tells why, that is said. */
export async function pointAtFirstError(): Promise<void> {
  const form = document.activeElement?.closest('form');
  await nextTick();
  const places = [form, [...document.querySelectorAll('dialog[open]')].at(-1), document.body];
  const field = places.map((place) => place?.querySelector<HTMLElement>(WRONG)).find(Boolean);
  if (field) point(field);
  else toast(filling.outOfSight);
}

/** Of every form that is sent: those that do not ask useForm have their first error pointed at, too. */
export function pointAfterSubmit(of: Document): void {
  of.addEventListener('submit', async ({ target }) => {
    await nextTick();
    const field = (target as HTMLElement).querySelector<HTMLElement>(WRONG);
    if (field) point(field);
  });
}

function point(field: HTMLElement): void {
  const folded = field.closest('details');
  if (folded) folded.open = true;
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
}
