// The typeface of the papers, that of the screens, as files that a PDF can embed. They come when a paper is made.

import regular from '@expo-google-fonts/plus-jakarta-sans/400Regular/PlusJakartaSans_400Regular.ttf?url';
import bold from '@expo-google-fonts/plus-jakarta-sans/700Bold/PlusJakartaSans_700Bold.ttf?url';

export interface Fonts {
  regular: Uint8Array;
  bold: Uint8Array;
}

/** Fails where neither this device nor the network has them. */
export async function loadFonts(): Promise<Fonts> {
  const [plain, strong] = await Promise.all([regular, bold].map(bytesAt));
  return { regular: plain as Uint8Array, bold: strong as Uint8Array };
}

async function bytesAt(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A hotspot answers with a page of its own.
  if (!TRUE_TYPE.every((byte, at) => bytes[at] === byte)) throw new Error(`no typeface at ${address}`);
  return bytes;
}

/** How a file of TrueType begins (OpenType specification, table directory). */
const TRUE_TYPE = [0, 1, 0, 0];
