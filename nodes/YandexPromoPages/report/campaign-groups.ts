import { ConnectorError, endsRun } from '../../../connector/errors';
import { idText } from '../../../connector/rows';
import type { IdGroup } from '../../../connector/slices';
import { lookUpNames } from '../../shared/operations/look-up-names';
import { MissingIds, tellUnnamed } from '../../shared/operations/missing-ids';
import type { Run } from '../../shared/operations/run';
import type { YandexPromoPagesApi } from '../api';
import { campaignBatches, campaignPages } from '../campaign/read';
import { PAGE_SIZE } from '../limits';
import { publishersOf } from '../publishers';
import type { Names } from './names';
import type { ReportRequest } from './request';

/**
 * The campaigns to ask each publisher for: all that it has, archived ones included, since they have statistics of past
 * days; or those of the chosen ones that it has, since what an order with others comes to is not documented (sheet,
 * "Unknown"). A single publisher is asked for the chosen ones as they are. The lists tell the names, too.
 *
 * @throws {ConnectorError} a publisher does not give its campaigns, unless failed slices are collected: then it is one
 */
export async function campaignGroups(
	run: Run<YandexPromoPagesApi>,
	{ publisherIds, campaignIds: chosen, names }: ReportRequest,
): Promise<IdGroup[]> {
	const named = await askedPublishers(run, publisherIds, names);
	names?.learnPublishers(named);
	const publishers = [...named.keys()];
	const alone = publishers.length === 1 ? chosen : undefined;
	if (alone !== undefined && names === undefined)
		return publishers.map((variant) => ({ variant, ids: alone }));
	const listed: IdGroup[] = [];
	const failed: IdGroup[] = [];
	const missing = new MissingIds('campaign ID');
	let unnamed = 0;
	for (const variant of publishers) {
		try {
			const campaigns = await askedCampaigns(run, variant, alone, names);
			unnamed += campaigns.unnamed;
			missing.compare(chosen ?? [], campaigns.ids);
			const has = new Set(campaigns.ids);
			listed.push({ variant, ids: alone ?? chosen?.filter((id) => has.has(id)) ?? campaigns.ids });
		} catch (error) {
			if (!(error instanceof ConnectorError) || endsRun(error)) throw error;
			if (run.onFailedSlice === undefined) throw naming(variant, error);
			failed.push({ variant, ids: chosen, failure: naming(variant, error) });
		}
	}
	if (chosen === undefined)
		tellUnnamed(run.observe, unnamed, 'campaign', publishers.length === 1 ? 'publisher' : 'publishers');
	// Whoever failed might have had them.
	if (failed.length === 0) missing.tell(run.observe);
	const groups = [...listed, ...failed];
	if (chosen === undefined && groups.every(({ ids }) => ids?.length === 0))
		run.observe({ type: 'remark', text: `${nothingOf(publishers)}, so no report was ordered.` });
	return groups;
}

/** Those that are chosen need names only, and may do without. */
async function askedPublishers(
	run: Run<YandexPromoPagesApi>,
	chosen: readonly string[] | undefined,
	names: Names | undefined,
): Promise<ReadonlyMap<string, unknown>> {
	const find = async () => publishersOf(run, chosen, names !== undefined);
	if (chosen === undefined || names?.mayLack !== true) return find();
	const found = await lookUpNames(run.observe, 'The names of publishers', find);
	return found ?? new Map(chosen.map((id) => [id, undefined]));
}

/** The same of campaigns. @param chosen whose titles alone are wanted; undefined for all that there are */
async function askedCampaigns(
	run: Run<YandexPromoPagesApi>,
	publisherId: string,
	chosen: readonly string[] | undefined,
	names: Names | undefined,
): Promise<Found> {
	const find = async () => campaignsOf(run, publisherId, chosen, names);
	if (chosen === undefined || names?.mayLack !== true) return find();
	const found = await lookUpNames(run.observe, 'The titles of campaigns', find);
	return found ?? { ids: [...chosen], unnamed: 0 };
}

interface Found {
	readonly ids: string[];
	readonly unnamed: number;
}

/** @param some which of them; undefined for all */
async function campaignsOf(
	{ api }: Run<YandexPromoPagesApi>,
	publisherId: string,
	some: readonly string[] | undefined,
	names: Names | undefined,
): Promise<Found> {
	const ids: string[] = [];
	let unnamed = 0;
	const pages =
		some === undefined
			? campaignPages(api, { publisherId, pageSize: PAGE_SIZE.default, filters: {} })
			: campaignBatches(api, publisherId, some);
	for await (const page of pages) {
		names?.learn(page);
		for (const campaign of page) {
			const id = idText(campaign.id);
			if (id === undefined) unnamed += 1;
			else ids.push(id);
		}
	}
	return { ids, unnamed };
}

/** Smaller slices would not have another list. */
function naming(publisherId: string, error: ConnectorError): ConnectorError {
	const message = `${error.message} It was asked for the campaigns of publisher ${publisherId}.`;
	return error.with({ message, splittable: false });
}

function nothingOf({ length }: readonly string[]): string {
	if (length === 0) return 'The user of the token may read no publisher';
	return length === 1 ? 'The publisher has no campaigns' : 'None of the publishers has campaigns';
}
