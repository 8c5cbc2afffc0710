// A form that was not taken shows why: after the screen has told what is wrong, the first such field is in sight and has
// the keyboard, also where it lay in a closed part of the form. One place for every form.

import { nextTick } from 'vue';

const WRONG = '[aria-invalid="true"], [data-wrong] input';

export function pointAtFirstError(of: Document): void {
  of.addEventListener('submit', async ({ target }) => {
    await nextTick();
    const field = (target as HTMLElement).querySelector<HTMLElement>(WRONG);
    if (!field) return;
    const folded = field.closest('details');
    if (folded) folded.open = true;
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: 'center' });
  });
}
