import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ANSWER_MARK } from '#shared/sync/our-answer.ts';
import { ForeignAnswer, oursOnly } from './our-answers.ts';

const answering = (response: Response) => oursOnly((async () => response) as typeof fetch)('/api/x');

it('an answer counts if it says that it is ours, whatever its status', async () => {
  for (const status of [200, 204, 404, 500]) {
    const ours = new Response(null, { status, headers: { [ANSWER_MARK]: '1' } });
    expect((await answering(ours)).status).toBe(status);
    await expect(answering(new Response(null, { status }))).rejects.toThrow(ForeignAnswer);
  }
});

const CLIENT = resolve(import.meta.dirname, '..');
/** Who may take an answer as it comes: what looks at its mark or its shape itself. */
const BARE = [
  'workspace/ask.ts',
  'workspace/app-files.ts',
  'sync/our-answers.ts',
  'sync/tus-http.ts',
  'sync/transport.ts',
  'workspace/sync-person.ts',
  'features/documents/fonts.ts',
];

it('nothing of the app takes an answer for granted', () => {
  const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|vue)$/.test(file) && !file.endsWith('.test.ts'),
  );
  const bare = files.filter((file) => /(?<!oursOnly\()\bfetch\(/.test(readFileSync(join(CLIENT, file), 'utf8')));
  expect(bare.filter((file) => !BARE.includes(file) && file !== 'sync/send-files.ts')).toEqual([]);
});
