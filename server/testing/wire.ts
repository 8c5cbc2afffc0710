// The wire between a server and its database, for tests of what happens when it dies without a word: bytes go nowhere, and
// neither side hears of it, as when a router in between has forgotten a connection.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export class Wire {
  #listener: Server;
  #sockets = new Set<Socket>();
  /** Towards where the wire leads. */
  #far = new Set<Socket>();
  #silent = false;

  private constructor(listener: Server) {
    this.#listener = listener;
  }

  /** A wire to where an address points; it takes its place. */
  static async to(address: string): Promise<Wire> {
    const { hostname, port } = new URL(address);
    const wire = new Wire(createServer());
    wire.#listener.on('connection', (near) => wire.#pass(near, connect(Number(port), hostname)));
    wire.#listener.listen(0, '127.0.0.1');
    await once(wire.#listener, 'listening');
    return wire;
  }

  through(address: string): string {
    const { port } = this.#listener.address() as AddressInfo;
    return Object.assign(new URL(address), { hostname: '127.0.0.1', port }).href;
  }

  /** What is connected now, or tries to connect from now on, is dead, and stays open. */
  fallSilent(): void {
    this.#silent = true;
    for (const socket of this.#sockets) mute(socket);
  }

  /** New connections work again. The dead ones stay dead for whoever asks; the other end has given them up by now. */
  restore(): void {
    this.#silent = false;
    for (const socket of this.#far) if (socket.listenerCount('data') === 0) socket.destroy();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#listener.close();
  }

  #pass(near: Socket, far: Socket): void {
    this.#far.add(far);
    far.on('close', () => this.#far.delete(far));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (bytes: Buffer) => to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => {
        this.#sockets.delete(from);
        // The end of one side is not heard on a dead wire either.
        if (from.listenerCount('data') > 0) to.destroy();
      });
      if (this.#silent) mute(from);
    }
  }
}

function mute(socket: Socket): void {
  socket.removeAllListeners('data');
  socket.resume();
}
