import type { IExecuteFunctions } from 'n8n-workflow';

import type { Clock } from '../../../connector/clock';
import type { Redact } from '../../../connector/errors';
import type { ConnectorEvent } from '../../../connector/events';
import type { Tally } from './tally';

const INTERVAL_MS = 1000;
/** From here on somebody who looks at the log should learn why nothing moves. */
const LONG_WAIT_MS = 30_000;

/** Tells how far a run is: at most once a second in n8n's log, and in manual runs in the browser's console. */
export class Progress {
	private toldAt = -Infinity;

	constructor(
		private readonly node: IExecuteFunctions,
		private readonly clock: Clock,
		private readonly tally: Tally,
		private readonly redact: Redact,
	) {}

	see(event: ConnectorEvent): void {
		if (event.type === 'wait' && event.ms > LONG_WAIT_MS) {
			const waiting = this.text(`waiting ${Math.round(event.ms / 1000)} s (${event.reason})`);
			this.node.logger.info(waiting);
			this.node.sendMessageToUI(waiting);
			return;
		}
		const now = this.clock.uptime();
		if (now - this.toldAt < INTERVAL_MS) return;
		this.toldAt = now;
		const { slices, slicesDone } = this.tally;
		const text = this.text(this.tally.summary() + (slices > 1 ? `, slice ${slicesDone} of ${slices}` : ''));
		this.node.logger.debug(text);
		this.node.sendMessageToUI(text);
	}

	private text(what: string): string {
		return this.redact(`${this.node.getNode().name}: ${what}`);
	}
}
