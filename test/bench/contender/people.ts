import { Readable } from 'node:stream';

import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

/** So many lines of a list are no addresses. */
export const BAD_LINES = 17;

const LINES_AT_ONCE = 10_000;

/** Of a person; the bad ones are spread over the list. */
function lineAt(index: number, lines: number): string {
	const distance = Math.floor(lines / BAD_LINES);
	const isBad = index % distance === 3 && index < distance * BAD_LINES;
	return isBad ? `nobody ${index}` : `person${index}@mail.example`;
}

function* fileOf(lines: number): Generator<Buffer> {
	for (let start = 0; start < lines; start += LINES_AT_ONCE) {
		const some = Array.from({ length: Math.min(LINES_AT_ONCE, lines - start) }, (_none, place) =>
			lineAt(start + place, lines),
		);
		yield Buffer.from(`${some.join('\n')}\n`);
	}
}

/** What an upload finds in its input: an item for each line, or one with a file in n8n's store. */
async function people(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const lines = Number(this.getNodeParameter('lines', 0));
	if (this.getNodeParameter('source', 0) === 'items') {
		const items = Array.from({ length: lines }, (_none, index) => ({
			json: { id: index, email: lineAt(index, lines) },
		}));
		return [items];
	}
	const file = Readable.from(fileOf(lines), { objectMode: false });
	const data = await this.helpers.prepareBinaryData(file, 'people.csv', 'text/csv');
	return [[{ json: {}, binary: { data } }]];
}

/** Stands before the node that uploads. */
export const peopleNode: INodeType = {
	description: {
		...{ name: 'people', displayName: 'People', description: '', group: ['input'], version: 1, defaults: {} },
		...{ inputs: [], outputs: ['main'] },
		properties: [
			{ displayName: 'Lines', name: 'lines', type: 'number', default: 0 },
			{ displayName: 'Source', name: 'source', type: 'string', default: 'items' },
		],
	},
	execute: people,
};
