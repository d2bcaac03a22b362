import { rowAt } from '../server/rows';
import { BARE, OUR_NODE } from './items';
import type { Measurement, Setup } from './measurement';
import { rawReport } from './raw-report';

const PAGE_BYTES = 10_000_000;
const PAGES = 10;

export function loopMeasurements({ server: { tls } }: Setup): Measurement[] {
	const pageSize = Math.ceil(PAGE_BYTES / (Buffer.byteLength(JSON.stringify(rowAt(1))) + 1));
	const rows = pageSize * PAGES;
	return [
		{
			name: 'event-loop',
			title: `Event loop while ${PAGES} pages of 10 MB (${pageSize.toLocaleString('en-US')} rows each) arrive, TLS`,
			note: 'Delay as perf_hooks.monitorEventLoopDelay sees it (1 ms resolution, which is taken off).',
			cases: [
				{ name: BARE, task: { contender: 'undici', url: tls, rows, pageSize } },
				{ name: OUR_NODE, task: rawReport(tls, rows, { options: { pageSize } }) },
			],
			runs: 3,
			reference: BARE,
		},
	];
}
