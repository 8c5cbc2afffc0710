// What a test needs of a browser, whichever engine drives it. A path is an XPath: the one language for "what stands on
// the screen" that all of them speak.

export interface Driver {
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Whether something of that path can be seen now. */
  shows(path: string): Promise<boolean>;
  /** Presses the first that can be seen; throws where there is none. */
  press(path: string): Promise<void>;
  /** Replaces what stands in a field by what a keyboard types. */
  type(path: string, text: string): Promise<void>;
  /** Chooses the option of a list by its place, from 0. */
  choose(path: string, option: number): Promise<void>;
  /** Hands a file to a picker, which need not be seen. */
  attach(path: string, file: string): Promise<void>;
  /** The answer of a script of the page. */
  ask<Answer>(script: string): Promise<Answer>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Size {
  width: number;
  height: number;
}

/** Not the agency's zone: nothing may depend on the zone of the device. */
export const SETTINGS = { TZ: 'America/Lima' };
