// A page that the browser keeps for its back button is frozen as it stands. In WebKit a transaction that was under way
// then holds its tables as long as the page is kept, and every other page, and the service worker, waits for it: the app
// stays empty. So what is under way ends when the page goes, as it does with a page that is not kept, and a page that
// comes back starts anew: what it knew is old.

import type { Dexie } from 'dexie';

const running = new Set<IDBTransaction>();
let frozen = false;

/** Lets no transaction of a database outlive the page that the person sees. */
export function endWithPage(db: Dexie): void {
  db.use({
    ...{ stack: 'dbcore', name: 'endWithPage' },
    create: (core) => ({
      ...core,
      transaction(tables, mode, options) {
        if (frozen) throw new DOMException('the page is kept for the back button', 'AbortError');
        const transaction = core.transaction(tables, mode, options) as IDBTransaction;
        running.add(transaction);
        for (const end of ['complete', 'abort']) {
          transaction.addEventListener(end, () => running.delete(transaction));
        }
        return transaction;
      },
    }),
  });
}

/** For the window of a page, once. */
export function startAnewAfterBack(page: Pick<Window, 'addEventListener' | 'location'>): void {
  page.addEventListener('pagehide', ({ persisted }) => {
    if (!persisted) return;
    frozen = true;
    for (const transaction of running) abort(transaction);
  });
  page.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) page.location.reload();
  });
}

/** One that is just being committed cannot be aborted any more, and need not be. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
  }
}
