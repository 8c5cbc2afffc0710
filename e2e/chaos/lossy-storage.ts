// A storage that commits and then says that it has lost its connection, as that of an iPhone does when the app has slept.

import type { Device } from '../support/device.ts';

/** From now on, in every page of the device, so many of the writing transactions; `seed` draws which. */
export async function loseStorageAfterCommit(device: Device, { share, seed }: { share: number; seed: number }) {
  await device.context.addInitScript(
    ({ share, seed }) => {
      let state = seed;
      const drawn = () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32 < share;
      };
      const begin = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof begin>) {
        const transaction = begin.apply(this, args);
        if (args[1] !== 'readwrite' || !this.name.startsWith('kerjaku ') || !drawn()) return transaction;
        transaction.addEventListener('complete', (event) => {
          event.stopImmediatePropagation();
          const words = 'Connection to Indexed Database server lost. Refresh the page to try again';
          Object.defineProperty(transaction, 'error', { value: new DOMException(words, 'UnknownError') });
          this.close();
          transaction.dispatchEvent(new Event('abort'));
        });
        return transaction;
      };
    },
    { share, seed },
  );
  await device.page.reload();
}
