// What a browser and Node both have beside the language: all that this folder may use of them. Nothing else of the DOM or of
// Node is known here (shared/tsconfig.json).

declare class URL {
  constructor(text: string);
  readonly username: string;
  readonly password: string;
  readonly host: string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare function btoa(binary: string): string;

interface CryptoKey {
  readonly extractable: boolean;
}

interface CryptoKeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

declare const crypto: {
  readonly subtle: {
    generateKey(algorithm: object, extractable: boolean, uses: string[]): Promise<CryptoKeyPair>;
    exportKey(format: 'spki', key: CryptoKey): Promise<ArrayBuffer>;
    sign(algorithm: object, key: CryptoKey, bytes: Uint8Array): Promise<ArrayBuffer>;
    digest(algorithm: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer>;
  };
};
