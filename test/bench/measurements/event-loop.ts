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
			cases: [
				{ name: BARE, task: { contender: 'undici', url: tls, rows, pageSize } },
				{ name: OUR_NODE, task: rawReport(tls, rows, { options: { pageSize } }) },
			],
			reference: BARE,
		},
	];
}

export const SAVING = "n8n's text of the items";
const SAVED_ROWS = 200_000;

export function savingMeasurements({ server: { tls }, shrink }: Setup): Measurement[] {
	const rows = SAVED_ROWS / shrink;
	const task = rawReport(tls, rows, { options: { pageSize: 10_000 } });
	return [
		{
			name: 'saving',
			title: `What n8n's own saving costs: ${rows.toLocaleString('en-US')} items of one node`,
			note:
				'After an execution n8n turns the data of all nodes into one text (flatted) and writes it into its ' +
				'database; in manual runs it sends it to the browser as well. Measured is the text alone, for the items ' +
				'of one node, in this process. It blocks the event loop as a whole, and nothing in a node can change that: ' +
				'this is why the node suggests a file from 50,000 items on.',
			cases: [{ name: SAVING, task: { ...task, contender: 'saving' } }],
		},
	];
}
