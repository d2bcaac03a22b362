import type { Measurement, Setup } from './measurement';
import { rawReport } from './raw-report';

export const SAVING = "n8n's text of the items";
const ROWS = 200_000;

export function savingMeasurements({ server: { tls }, shrink }: Setup): Measurement[] {
	const rows = ROWS / shrink;
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
			runs: 3,
		},
	];
}
