import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { fromAccount } from '../../shared/editor/editor-api';
import { locatorId } from '../../shared/parameters/locator';
import { campaignPages } from '../campaign/read';
import { PAGE_SIZE } from '../limits';
import type { Campaign } from '../schemas';
import { yandexPromoPages } from '../platform';

/** All campaigns of the chosen publisher; none before one is chosen. */
export async function getCampaigns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const publisherId = locatorId(this.getCurrentNodeParameter('publisherId'));
	if (publisherId === '') return [];
	return fromAccount(this, yandexPromoPages, async (api) => {
		const options: INodePropertyOptions[] = [];
		for await (const page of campaignPages(api, { publisherId, pageSize: PAGE_SIZE.default, filters: {} }))
			for (const campaign of page) options.push(asOption(campaign));
		return options.sort((a, b) => a.name.localeCompare(b.name, 'ru'));
	});
}

function asOption({ id, title, type, isArchived }: Campaign): INodePropertyOptions {
	return {
		name: title ? `${title} (${id})` : id,
		value: id,
		description: [type, isArchived === true ? 'archived' : ''].filter(Boolean).join(', '),
	};
}
