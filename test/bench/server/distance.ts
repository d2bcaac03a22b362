import { connect, createServer, type Server, type Socket } from 'node:net';

export const ROUND_TRIP_MS = 60;

/**
 * A server that is far away: passes bytes to a near one, each way late by half a round trip. The handshake of TCP
 * itself is not delayed, since the kernel answers it; that of TLS is.
 */
export function startDistance(port: () => number, roundTripMs: number): Server {
	return createServer({ noDelay: true }, (client) => {
		const server = connect({ port: port(), host: '127.0.0.1', noDelay: true });
		passLate(client, server, roundTripMs / 2);
		passLate(server, client, roundTripMs / 2);
	});
}

/** Timers of one duration fire in the order in which they were set, so bytes stay in theirs. */
function passLate(from: Socket, to: Socket, ms: number): void {
	const late = (act: () => void) => setTimeout(act, ms);
	from.on('data', (chunk) => late(() => to.destroyed || to.write(chunk)));
	from.on('end', () => late(() => to.end()));
	from.on('error', () => to.destroy());
}
