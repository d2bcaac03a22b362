import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { DeliveryFault } from './fault';

const PIECES = 16;

/** Time for what was written to reach the other side: a reset throws away what it has not read yet. */
const FLUSH_MS = 10;

/** Sends a body badly. The head is written already, with the true Content-Length. */
export async function deliver(
	bytes: Buffer,
	response: ServerResponse,
	fault: DeliveryFault,
	closing: AbortSignal,
): Promise<void> {
	if (fault.kind === 'reset-mid-body') {
		const after = Math.min(fault.after ?? Math.floor(bytes.length / 2), bytes.length - 1);
		response.write(bytes.subarray(0, after));
		await sleep(FLUSH_MS, undefined, { signal: closing });
		response.socket?.resetAndDestroy();
		return;
	}
	if (fault.kind === 'stall-mid-body') {
		response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
		// The client may wait as long as it likes; closing the sandbox ends it.
		return;
	}
	const size = Math.ceil(bytes.length / PIECES);
	for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
		await sleep(fault.ms, undefined, { signal: closing });
		response.write(bytes.subarray(start, start + size));
	}
	response.end();
}
