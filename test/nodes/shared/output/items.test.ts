import { expect, it } from '@jest/globals';
import type { INodeExecutionData } from 'n8n-workflow';

import { collectItems } from '../../../../nodes/shared/output/items';
import { pagesOf, rows } from '../fake-platform';

it('rows become items behind those there are, all linked to one input item', async () => {
	const items: INodeExecutionData[] = [{ json: { n: -1 }, pairedItem: { item: 0 } }];
	await collectItems(pagesOf([rows(2), [], rows(1, 2)]), { item: 3 }, items);
	expect(items).toEqual([
		{ json: { n: -1 }, pairedItem: { item: 0 } },
		...[0, 1, 2].map((n) => ({ json: { n }, pairedItem: { item: 3 } })),
	]);
});
