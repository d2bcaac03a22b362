import { idText } from '../../../connector/rows';
import { getMany } from '../../shared/operations/operation';
import { plural } from '../../shared/parameters/shown';
import { simplifyField } from '../../shared/parameters/simplify';
import { idsPerRequestOption, pageSizeOption } from '../../shared/report/limits';
import type { YandexPromoPagesApi } from '../api';
import { IDS_PER_REQUEST, PAGE_SIZE } from '../limits';
import { publisherField } from '../publishers';
import {
	filtersBox,
	leavesOut,
	otherNames,
	pageFilters,
	passesAll,
	passesArchived,
	readFilters,
} from './filters';
import { flat } from './flat';
import { level as levelField, levelRows, withFlags } from './level';
import { campaignPages, campaignsByIds } from './read';

export const getAll = getMany<YandexPromoPagesApi>('campaigns', {
	description:
		'Get the campaigns of a publisher (cabinet), or their publications or previews, one flat row each: ID, title, type, start, strategy and targeting, or the campaign that a publication or preview belongs to',
	fields: [
		publisherField,
		{
			...levelField.field,
			description:
				'What to return, one row each; publications and previews with the IDs and titles of what they belong to',
		},
		filtersBox,
		{
			...simplifyField,
			description:
				'Whether to return a simplified version of the response instead of the raw data: strategy and targeting of a campaign as columns, its publications only at their own Level',
		},
	],
	options: [
		...otherNames,
		pageSizeOption(PAGE_SIZE).field,
		idsPerRequestOption(IDS_PER_REQUEST, 'campaigns').field,
	],
	async *rows(run) {
		const { api, parameters, limit, observe } = run;
		const publisherId = parameters.locator('publisherId');
		const level = levelField.read(parameters);
		const filters = readFilters(parameters);
		const simplify = parameters.flag('simplify');
		const pageSize = pageSizeOption(PAGE_SIZE).read(parameters);
		const idsPerRequest = idsPerRequestOption(IDS_PER_REQUEST, 'campaigns').read(parameters);
		const byIds = filters.ids.length > 0;
		// No more campaigns are asked for than rows are wanted, where each gives one; a publication or preview may be rare.
		const wanted = level === 'campaigns' && !leavesOut(filters, byIds) ? limit.remaining : Infinity;
		const campaigns = byIds
			? campaignsByIds(run, publisherId, filters.ids, Math.min(idsPerRequest, wanted))
			: campaignPages(api, {
					publisherId,
					pageSize: Math.min(pageSize, wanted),
					filters: pageFilters(filters),
					onMore: () => {
						limit.noteMore();
					},
				});
		const passes = byIds ? passesAll : passesArchived;
		let unnamed = 0;
		for await (const page of campaigns) {
			unnamed += page.filter(({ id }) => idText(id) === undefined).length;
			yield page
				.filter((campaign) => passes(filters, campaign))
				.flatMap((campaign) => {
					if (!simplify) return levelRows(campaign, level);
					const whole = withFlags(campaign);
					return level === 'campaigns' ? [flat(whole)] : levelRows(whole, level);
				});
		}
		// As a row of its own it shows itself.
		if (level !== 'campaigns' && unnamed > 0)
			observe({
				type: 'remark',
				text: `${plural(unnamed, 'campaign')} of the publisher came without an ID; what belongs to it may be missing.`,
			});
	},
});
