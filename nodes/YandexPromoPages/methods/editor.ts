import { credentialTest } from '../../shared/editor/credential-test';
import { dropdown, option, picker } from '../../shared/editor/options';
import { locatorId } from '../../shared/parameters/locator';
import type { YandexPromoPagesApi } from '../api';
import { campaignPages } from '../campaign/read';
import { PAGE_SIZE } from '../limits';
import { yandexPromoPages } from '../platform';
import { accessiblePublishers } from '../publishers';

export const getPublishers = dropdown(yandexPromoPages, publishers);
export const searchPublishers = picker(yandexPromoPages, publishers);

/** All campaigns of the chosen publisher; none before one is chosen. */
export const getCampaigns = dropdown(yandexPromoPages, async (api, parameter) => {
	const publisherId = locatorId(parameter('publisherId'));
	const options = [];
	if (publisherId !== '')
		for await (const page of campaignPages(api, { publisherId, pageSize: PAGE_SIZE.default, filters: {} }))
			for (const { id, title, type, isArchived } of page)
				if (id)
					options.push(
						option(id, title, [type, isArchived === true ? 'archived' : ''].filter(Boolean).join(', ')),
					);
	return options;
});

export const yandexPromoPagesApiTest = credentialTest(yandexPromoPages, (api) => api.permissions());

async function publishers(api: YandexPromoPagesApi) {
	const permissions = await accessiblePublishers(api);
	return permissions.flatMap(({ publisher: { id, name } }) => (id ? [option(id, name)] : []));
}
