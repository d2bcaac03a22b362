import { idText } from '../../../connector/rows';
import { credentialTest } from '../../shared/editor/credential-test';
import { dropdown, option, picker } from '../../shared/editor/options';
import { locatorId } from '../../shared/parameters/locator';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { Parameters } from '../../shared/parameters/parameters';
import type { YandexPromoPagesApi } from '../api';
import { campaignPages } from '../campaign/read';
import { PAGE_SIZE } from '../limits';
import { yandexPromoPages } from '../platform';
import { accessibleNames, publishers } from '../publishers';

export const getPublishers = dropdown(yandexPromoPages, publisherOptions);
export const searchPublishers = picker(yandexPromoPages, publisherOptions);

/** All campaigns of the chosen publisher; none before one is chosen. */
export const getCampaigns = dropdown(yandexPromoPages, async (api, parameter) => {
	const publisherId = locatorId(parameter('publisherId'));
	return publisherId === '' ? [] : campaignOptions(api, publisherId);
});

/** Those of all publishers of the report; where they are several, the label names theirs. */
export const getReportCampaigns = dropdown(yandexPromoPages, async (api, parameter) => {
	const chosen = chosenPublishers(parameter);
	if (chosen?.length === 0) return [];
	const names = chosen?.length === 1 ? new Map<string, unknown>() : await accessibleNames(api);
	const ids = chosen ?? [...names.keys()];
	const options = [];
	for (const id of ids)
		for (const campaign of await campaignOptions(api, id, ids.length > 1 ? names.get(id) : undefined))
			options.push(campaign);
	return options;
});

export const yandexPromoPagesApiTest = credentialTest(yandexPromoPages, (api) => api.permissions());

async function publisherOptions(api: YandexPromoPagesApi) {
	return Array.from(await accessibleNames(api), ([id, name]) => option(id, name));
}

/** Undefined for all; none while the choice is empty, or an expression that only an execution can resolve. */
function chosenPublishers(parameter: (name: string) => unknown): readonly string[] | undefined {
	try {
		return publishers.read(new Parameters((name, fallback) => parameter(name) ?? fallback, publishers.fields))
			.ids;
	} catch (error) {
		if (error instanceof ParameterError) return [];
		throw error;
	}
}

async function campaignOptions(api: YandexPromoPagesApi, publisherId: string, publisher?: unknown) {
	const options = [];
	for await (const page of campaignPages(api, { publisherId, pageSize: PAGE_SIZE.default, filters: {} }))
		for (const { title, type, isArchived, ...campaign } of page) {
			const id = idText(campaign.id);
			if (id === undefined) continue;
			// The editor searches labels alone, so they carry all that a campaign is found by.
			const parts = [title, publisher, type, isArchived === true ? 'archived' : ''];
			options.push(option(id, parts.filter((part) => typeof part === 'string' && part !== '').join(' · ')));
		}
	return options;
}
