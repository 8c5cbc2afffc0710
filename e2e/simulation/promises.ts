// What the engine promises, each promise by the name of its check.

export type CheckName =
  | 'every mutation ended as applied, refused-and-kept or conflict-and-kept'
  | 'nothing took effect twice'
  | 'devices hold exactly the rows of their scopes'
  | 'the order of each device is kept'
  | 'no pull skipped a row'
  | 'an approved record changed only through a reopening'
  | 'the audit log is unbroken and replays to the same state'
  | 'after a restart the device goes on by itself'
  | 'a scope left is gone, a scope entered is whole'
  | 'nothing is taken away before its replacement is there'
  | 'an act is stored once, and said to be saved only then'
  | 'what was taken back never arrives'
  | 'work done in time counts in time'
  | 'nothing counts earlier than the server knows'
  | 'nobody changes the world by a claim'
  | 'no request breaks the server';

export interface Violation {
  check: CheckName;
  what: string;
}
