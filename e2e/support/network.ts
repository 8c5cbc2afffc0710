// The wire between one device and the server: passes bytes on until it is cut, or loses every answer on the way. A device
// cannot tell it from a real cable, so it also holds for what Chromium does on its own, such as Background Sync.

import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const HOTSPOT_PAGE = '<!doctype html><title>WiFi Kantor</title><h1>Silakan masuk ke jaringan</h1>';
const HOTSPOT_ANSWER = [
  'HTTP/1.1 200 OK',
  'content-type: text/html',
  `content-length: ${HOTSPOT_PAGE.length}`,
  'connection: close',
  '',
  HOTSPOT_PAGE,
].join('\r\n');

/** What a line carries: all connections together, in each direction. */
export interface Pace {
  bytesPerSecond: number;
  /** Half of it each way. */
  roundTripMs?: number;
}

/** So much of one connection travels before another one has its turn. */
const PIECE = 2048;

/** One direction of a line that carries no more than its pace. */
class Line {
  #freeAt = 0;

  /** Takes a piece when the line is free; ends when it has left. */
  async take(bytes: number, { bytesPerSecond }: Pace): Promise<void> {
    const now = performance.now();
    this.#freeAt = Math.max(now, this.#freeAt) + (bytes / bytesPerSecond) * 1000;
    await setTimeout(this.#freeAt - now);
  }
}

/** How a wire is broken; shares are of the pieces that travel. */
export interface Breakage {
  /** From 0 to 1. */
  random: () => number;
  /** The connection is cut instead. */
  cutShare: number;
  /** The piece waits first. */
  delayShare: number;
  delayMs: number;
  /** Half of the piece arrives, then the connection is cut. */
  truncateShare: number;
}

export class Network {
  #listener: Server;
  #sockets = new Set<Socket>();
  /** Nothing passes any more, and neither end hears that the other one goes. */
  #dead = new WeakSet<Socket>();
  #state: 'open' | 'cut' | 'silent' | 'losing answers' | 'captive' = 'open';
  #pace: Pace | null = null;
  #lines = { up: new Line(), down: new Line() };
  #breakage: Breakage | null = null;
  #captured: RegExp | null = null;
  /** Bytes that the device has sent so far. */
  sentBytes = 0;

  private constructor(listener: Server) {
    this.#listener = listener;
  }

  static async to(serverPort: number): Promise<Network> {
    const network = new Network(createServer());
    network.#listener.on('connection', (device) => network.#pass(device, serverPort));
    network.#listener.listen(0, '127.0.0.1');
    await once(network.#listener, 'listening');
    return network;
  }

  get origin(): string {
    const address = this.#listener.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  cut(): void {
    this.#state = 'cut';
    for (const socket of this.#sockets) socket.destroy();
  }

  /**
   * What is connected now, or connects from now on, dies without a word, as when a router in between has forgotten it.
   * Restored, new connections work; the dead ones stay dead for whoever still waits on them.
   */
  fallSilent(): void {
    this.#state = 'silent';
    for (const socket of this.#sockets) this.#dead.add(socket);
  }

  /** What the device sends arrives; what the server answers does not. */
  loseAnswers(): void {
    this.#state = 'losing answers';
  }

  /** Lets bytes through no faster than this, in both directions; null: as fast as they come. */
  slow(pace: Pace | null): void {
    this.#pace = pace;
  }

  /** Breaks now and then what passes; null: no more. */
  break(breakage: Breakage | null): void {
    this.#breakage = breakage;
  }

  /** The network asks for a sign-in of its own and answers everything with the page for it, as a hotspot does. */
  capture(): void {
    this.cut();
    this.#state = 'captive';
  }

  /** The same, but only for requests that begin like this; null: for none. */
  captureRequests(beginning: RegExp | null): void {
    this.#captured = beginning;
  }

  restore(): void {
    this.#state = 'open';
  }

  close(): void {
    this.cut();
    this.#listener.close();
  }

  #pass(device: Socket, serverPort: number): void {
    if (this.#state === 'cut') {
      device.destroy();
      return;
    }
    if (this.#state === 'captive') {
      device.on('error', () => undefined);
      device.once('data', () => device.end(HOTSPOT_ANSWER));
      return;
    }
    const server = connect(serverPort, '127.0.0.1');
    for (const [from, to] of [
      [device, server],
      [server, device],
    ] as const) {
      this.#sockets.add(from);
      if (this.#state === 'silent') this.#dead.add(from);
      from.on('data', (bytes: Buffer) => {
        if (this.#dead.has(from)) return;
        if (from === device) this.sentBytes += bytes.length;
        if (from === device && this.#captured?.test(bytes.toString('latin1', 0, 200))) {
          device.end(HOTSPOT_ANSWER);
          return;
        }
        if (from === server && this.#state !== 'open') return;
        void this.#forward(from, to, bytes, from === device ? this.#lines.up : this.#lines.down);
      });
      const end = () => {
        this.#sockets.delete(from);
        if (!this.#dead.has(from)) to.destroy();
      };
      from.on('error', end);
      from.on('close', end);
    }
  }

  async #forward(from: Socket, to: Socket, bytes: Buffer, line: Line): Promise<void> {
    if (this.#breakage) {
      const { random, cutShare, delayShare, delayMs, truncateShare } = this.#breakage;
      if (random() < truncateShare) {
        to.end(bytes.subarray(0, bytes.length / 2));
        from.destroy();
        return;
      }
      if (random() < cutShare) {
        from.destroy();
        return;
      }
      if (random() < delayShare) {
        from.pause();
        await setTimeout(delayMs);
        from.resume();
      }
    }
    const pace = this.#pace;
    if (!pace) {
      to.write(bytes);
      return;
    }
    from.pause();
    let arrived: Promise<unknown> = Promise.resolve();
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE);
      await line.take(piece.length, pace);
      arrived = setTimeout((pace.roundTripMs ?? 0) / 2).then(() => to.write(piece));
    }
    // Whoever closes the connection after its last bytes closes it after they have arrived.
    await arrived;
    from.resume();
  }
}
