import { countedPages, noLimit } from '../../../connector/pages';
import { credentialTest } from '../../shared/editor/credential-test';
import { dropdown, option, picker } from '../../shared/editor/options';
import type { ExampleAdsApi } from '../api';
import { PAGE_SIZE } from '../limits';
import { exampleAds } from '../platform';

export const getCampaigns = dropdown(exampleAds, campaigns);
export const searchCampaigns = picker(exampleAds, campaigns);
export const exampleAdsApiTest = credentialTest(exampleAds, (api) => api.account());

async function campaigns(api: ExampleAdsApi) {
	const options = [];
	const paging = { pageSize: PAGE_SIZE.default, limit: noLimit(), observe: () => undefined };
	for await (const page of countedPages((offset, size) => api.campaigns({ offset, size }), paging))
		for (const { id, name } of page) options.push(option(String(id), name));
	return options;
}
