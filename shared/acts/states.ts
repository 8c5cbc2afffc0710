/** Which act is allowed in which state, and the state it leads to. */
export type States<State extends string, Act extends string> = Record<State, { [Each in Act]?: State }>;
