// What the server answers where it cannot do what was asked.

import type { Json } from './table.ts';

/** Problems a device acts on; any other is a plain failure and is tried again later. */
export type ProblemCode =
  | 'signed-out'
  | 'other-person'
  | 'wrong-credentials'
  | 'left'
  | 'too-many-requests'
  | 'outdated'
  | 'maintenance'
  | 'busy'
  | 'too-large'
  | 'sequence-gap'
  | 'device-forked'
  | 'new-epoch'
  | 'malformed'
  | 'forbidden'
  | 'unsigned'
  | 'not-found'
  | 'internal';

/** application/problem+json (RFC 9457); `code` is ours and stable, `title` is for people who read logs. */
export interface Problem {
  type: string;
  status: number;
  title: string;
  code: ProblemCode;
  detail?: string;
  /** maintenance: when it is expected to end (ISO 8601 UTC), and the administrator's words. */
  until?: string;
  message?: string;
  /** sequence-gap: the next number the server expects. device-forked: as well. */
  expected?: number;
  /** new-epoch: the server was restored from a backup; send again what it had acknowledged, and pull everything anew. */
  epoch?: string;
  /** new-epoch: seconds over which the devices spread their return. */
  spread?: number;
  [extension: string]: Json | undefined;
}
