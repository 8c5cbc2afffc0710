// Saving a form with evidence: first what is being made ready or typed beside it becomes part of it.

import { type Ref, ref, type ShallowRef } from 'vue';

interface Editor {
  settled: () => Promise<boolean>;
}

/** `settled` tells whether to go on; it takes no second tap while it waits. */
export function useSettled(editor: Readonly<ShallowRef<Editor | null>>): {
  settling: Readonly<Ref<boolean>>;
  settled: () => Promise<boolean>;
} {
  const settling = ref(false);
  async function settled(): Promise<boolean> {
    if (settling.value) return false;
    settling.value = true;
    try {
      return (await editor.value?.settled()) ?? true;
    } finally {
      settling.value = false;
    }
  }
  return { settling, settled };
}
