import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Page, Row } from '../../../connector/rows';

/** From here on a file is the better output: n8n keeps, copies and saves every item as a whole. */
export const MANY_ITEMS = 50_000;

/** What an item may have instead of what all of them share, or besides. */
export type ItemParts = Pick<INodeExecutionData, 'pairedItem' | 'binary'>;

/**
 * Appends rows as n8n items. They share one `pairedItem`, which n8n only reads.
 *
 * @param partsOf those of a row
 */
export async function collectItems(
	pages: AsyncIterable<Page>,
	pairedItem: { item: number },
	into: INodeExecutionData[],
	partsOf: (row: Row) => ItemParts | undefined = () => undefined,
): Promise<void> {
	for await (const page of pages)
		for (const row of page) into.push({ json: row as IDataObject, pairedItem, ...partsOf(row) });
}
