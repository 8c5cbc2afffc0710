// Where evidence files lie: a folder, or a bucket of an S3-compatible service. Uploads come in by tus beside the files
// that are kept, so that cleaning up what was never finished can touch nothing else.

import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { S3Store } from '@tus/s3-store';
import type { DataStore } from '@tus/utils';
import type { FileConfig } from '#server/config.ts';

/** An upload that was begun and never finished is thrown away after this; its device begins anew. */
export const EXPIRES_MS = 7 * 86_400_000;
/** What S3 allows at least for a part of an upload. */
const S3_PART_BYTES = 5 * 1024 * 1024;

export interface FileStorage {
  /** Uploads on their way. */
  incoming: DataStore;
  /** What has come in whole so far of an upload, to be checked. */
  openIncoming: (uploadId: string) => Promise<Readable>;
  /** Keeps a finished upload for good; answers the key it lies under. */
  keep: (uploadId: string, agencyId: string, sha256: string) => Promise<string>;
  open: (key: string) => Promise<Readable>;
  /** For good; one that is not there is no error. */
  remove: (key: string) => Promise<void>;
}

export function fileStorage(config: FileConfig): FileStorage {
  return config.kind === 's3' ? inBucket(config) : inFolder(config.folder);
}

function inFolder(folder: string): FileStorage {
  const directory = join(folder, 'incoming');
  const incoming = new FileStore({ directory, expirationPeriodInMilliseconds: EXPIRES_MS });
  return {
    incoming,
    openIncoming: async (uploadId) => incoming.read(uploadId),
    async keep(uploadId, agencyId, sha256) {
      // A name of its own, so that removing one file can never hit another that has come in since.
      const key = join(agencyId, sha256.slice(0, 2), `${sha256}-${uploadId}`);
      const from = join(directory, uploadId);
      // On the disk before it has its name: a file that is there is whole.
      const file = await open(from, 'r+');
      await file.sync();
      await file.close();
      await mkdir(dirname(join(folder, key)), { recursive: true });
      await rename(from, join(folder, key));
      await incoming.configstore.delete(uploadId);
      return key;
    },
    async open(key) {
      const stream = createReadStream(join(folder, key));
      await new Promise((opened, failed) => stream.once('open', opened).once('error', failed));
      return stream;
    },
    remove: (key) => rm(join(folder, key), { force: true }),
  };
}

function inBucket({
  bucket,
  endpoint,
  region,
  accessKeyId,
  secretAccessKey,
}: FileConfig & { kind: 's3' }): FileStorage {
  const incoming = new S3Store({
    partSize: S3_PART_BYTES,
    expirationPeriodInMilliseconds: EXPIRES_MS,
    // Tags are not known to every compatible service; expiry does not need them here.
    useTags: false,
    s3ClientConfig: {
      ...{ bucket, region, endpoint, forcePathStyle: true },
      // Compatible services often lag behind Amazon's newer checksums; our own hash is checked anyway.
      ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
      credentials: { accessKeyId, secretAccessKey },
    },
  });
  const read = async (key: string) => (await incoming.read(key)) as Readable;
  // A finished upload is an object of its own, and the store's cleaning only ends unfinished ones.
  const remove = async (key: string) => {
    await incoming.remove(key).catch(() => undefined);
  };
  return { incoming, openIncoming: read, keep: async (uploadId) => uploadId, open: read, remove };
}
