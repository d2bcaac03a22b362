import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Page } from '../../../connector/rows';

/** From here on a file is the better output: n8n keeps, copies and saves every item as a whole. */
export const MANY_ITEMS = 50_000;

/** Appends rows as n8n items. They share one `pairedItem`, which n8n only reads. */
export async function collectItems(
	pages: AsyncIterable<Page>,
	pairedItem: { item: number },
	into: INodeExecutionData[],
): Promise<void> {
	for await (const page of pages) for (const row of page) into.push({ json: row as IDataObject, pairedItem });
}
